package org.chartroom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line of features, as a table. */
final class FeatureMap {

    /** Feature → the features it may use, and of these the base packages only. Nothing uses what stands below it. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("http", Set.of("kernel")),
            Map.entry("jdbc", Set.of("kernel")),
            Map.entry("provider", Set.of("kernel", "http", "jdbc")),
            Map.entry("audit", Set.of("kernel", "http", "jdbc", "provider")),
            Map.entry("patient", Set.of("kernel", "http", "jdbc", "provider", "audit")),
            Map.entry("appointment", Set.of("kernel", "http", "jdbc", "provider", "audit", "patient")),
            Map.entry("record", Set.of("kernel", "http", "jdbc", "provider", "audit", "patient", "appointment")),
            Map.entry("idempotency", Set.of("kernel", "http", "jdbc", "provider", "audit", "patient")),
            Map.entry("studio", Set.of("kernel", "http", "jdbc", "provider", "audit", "patient", "record")));

    /** The features that are planted have a line of their own; what stands beside them may, here, use them. */
    private static final Map<String, Set<String>> PLANTED_MAY_USE = Map.of(
            "kernel", Set.of(),
            "http", Set.of("kernel", "ward"),
            "jdbc", Set.of("kernel", "ward"),
            "ward", Set.of("kernel", "http", "jdbc"),
            "pharmacy", Set.of("kernel", "http", "jdbc", "ward"));

    /** Null for a feature that the map does not know. */
    static @Nullable Set<String> mayUse(JavaClass type) {
        var map = Layers.root(type).equals("planted.") ? PLANTED_MAY_USE : MAY_USE;
        return map.get(Layers.feature(type));
    }

    private FeatureMap() {}
}
