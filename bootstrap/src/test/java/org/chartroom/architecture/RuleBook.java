package org.chartroom.architecture;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of the house. Each ends in why it is there and what to do instead, is broken on purpose by a class under
 * {@code planted.chartroom} that names it, and by a class of the product that {@link Mutations} changes.
 */
final class RuleBook {

    /** By title, in the order of docs/architecture.md. */
    static final Map<String, Class<?>> CHAPTERS = chapters();

    static final Map<String, ArchRule> BY_NAME = CHAPTERS.values().stream()
            .flatMap(RuleBook::in)
            .collect(toMap(Field::getName, RuleBook::rule, (one, _) -> one, LinkedHashMap::new));

    /** The rules of a chapter, in the order in which they are written. */
    static Stream<Field> in(Class<?> chapter) {
        return Arrays.stream(chapter.getDeclaredFields()).filter(constant -> constant.getType() == ArchRule.class);
    }

    static ArchRule named(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    /** Whether the violation is the type's: by its name, or by its package's where the rule is about packages. */
    static boolean names(String violation, String type) {
        var name = Pattern.quote(type) + "\\b|" + Pattern.quote(type.substring(0, type.lastIndexOf('.'))) + " ";
        return Pattern.compile(name).matcher(violation).find();
    }

    private static Map<String, Class<?>> chapters() {
        var chapters = new LinkedHashMap<String, Class<?>>();
        chapters.put("Layers", LayerRules.class);
        chapters.put("Features", FeatureRules.class);
        chapters.put("Ports", PortRules.class);
        chapters.put("Values, time and chance", ValueRules.class);
        chapters.put("Patient data", PatientDataRules.class);
        chapters.put("SQL", SqlRules.class);
        chapters.put("Style", StyleRules.class);
        return chapters;
    }

    private static ArchRule rule(Field constant) {
        try {
            return (ArchRule) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private RuleBook() {}
}
