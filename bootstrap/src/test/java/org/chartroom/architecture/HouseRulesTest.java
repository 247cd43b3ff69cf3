package org.chartroom.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import planted.chartroom.kernel.Breaks;

class HouseRulesTest {

    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.chartroom");

    static final JavaClasses PLANTED = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("planted.chartroom");

    private static final Map<String, ArchRule> BY_NAME = Arrays.stream(HouseRules.class.getDeclaredFields())
            .filter(constant -> constant.getType() == ArchRule.class)
            .collect(toMap(Field::getName, HouseRulesTest::rule, (rule, _) -> rule, () -> new TreeMap<>()));

    static final List<String> RULES = List.copyOf(BY_NAME.keySet());

    @ParameterizedTest
    @FieldSource("RULES")
    void theProductKeepsTheRule(String name) {
        var rule = rule(name);
        rule.as(name + ": " + rule.getDescription()).check(PRODUCT);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void theRuleCatchesEveryClassThatWasPlantedToBreakIt(String name) {
        var planted = planted(name);
        var caught = violations(name);

        assertThat(planted).as("classes planted to break %s", name).isNotEmpty();
        assertThat(planted)
                .allSatisfy(type -> assertThat(caught)
                        .as("%s catches %s", name, type)
                        .anyMatch(violation -> mentions(violation, type)));
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void theRuleCatchesNothingElse(String name) {
        var planted = planted(name);

        assertThat(violations(name))
                .allSatisfy(violation -> assertThat(planted)
                        .as("classes planted to break %s, of which one is in: %s", name, violation)
                        .anyMatch(type -> mentions(violation, type)));
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void theRuleSaysWhyAndWhatToDoInstead(String name) {
        assertThat(rule(name).getDescription()).as(name).containsPattern("(?s), because .{10,}; instead .{10,}");
    }

    @Test
    void noClassIsPlantedForARuleThatIsGone() {
        var named = PLANTED.stream().flatMap(type -> broken(type).stream()).toList();

        assertThat(RULES).containsAll(new TreeSet<>(named));
    }

    private static List<String> violations(String name) {
        return rule(name).evaluate(PLANTED).getFailureReport().getDetails();
    }

    private static List<String> planted(String name) {
        return PLANTED.stream()
                .filter(type -> broken(type).contains(name))
                .map(type -> type.getName())
                .toList();
    }

    private static List<String> broken(JavaClass type) {
        return type.isAnnotatedWith(Breaks.class)
                ? List.of(type.getAnnotationOfType(Breaks.class).value())
                : List.of();
    }

    /** By its name, or by its package's where the rule is about packages. */
    private static boolean mentions(String violation, String type) {
        var name = Pattern.quote(type) + "\\b|" + Pattern.quote(type.substring(0, type.lastIndexOf('.'))) + " ";
        return Pattern.compile(name).matcher(violation).find();
    }

    private static ArchRule rule(String name) {
        return Objects.requireNonNull(BY_NAME.get(name));
    }

    private static ArchRule rule(Field constant) {
        try {
            return (ArchRule) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
