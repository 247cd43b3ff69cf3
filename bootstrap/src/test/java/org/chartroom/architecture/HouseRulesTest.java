package org.chartroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import planted.chartroom.kernel.Breaks;

class HouseRulesTest {

    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.chartroom");

    static final JavaClasses PLANTED =
            new ClassFileImporter().importPaths(Path.of("target", "test-classes", "planted", "chartroom"), misplaced());

    static final List<String> RULES = List.copyOf(RuleBook.BY_NAME.keySet());

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
                        .anyMatch(violation -> RuleBook.names(violation, type)));
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void theRuleCatchesNothingElse(String name) {
        var planted = planted(name);

        assertThat(violations(name))
                .allSatisfy(violation -> assertThat(planted)
                        .as("classes planted to break %s, of which one is in: %s", name, violation)
                        .anyMatch(type -> RuleBook.names(violation, type)));
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

    /** What no source of this module can be: a class of a domain in the module of the controllers. */
    private static Path misplaced() {
        var name = "planted.chartroom.ward.domain.Misplaced";
        var file = Path.of("target", "planted", "adapters-web", "target", "classes", name.replace('.', '/') + ".class");
        var type = Plant.type(
                name, ClassFile.ACC_FINAL, "java.lang.Object", Plant.breaking("PACKAGES_HAVE_ONE_MAVEN_HOME"));
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violations(String name) {
        return rule(name)
                .allowEmptyShould(true)
                .evaluate(PLANTED)
                .getFailureReport()
                .getDetails();
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

    private static ArchRule rule(String name) {
        return RuleBook.named(name);
    }
}
