package org.chartroom.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chartroom.ChartroomApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class FeatureMapTest {

    /** Bootstrap wires what features hide and so sees all; the house rules see to it that nobody sees bootstrap. */
    static final ApplicationModules FEATURES =
            ApplicationModules.of(ChartroomApplication.class, resideInAPackage("org.chartroom.bootstrap.."));

    private static final ApplicationModules PLANTED =
            ApplicationModules.of("planted.chartroom", new ImportOption.OnlyIncludeTests());

    @Test
    void featuresUseOnlyEachOthersBasePackages() {
        FEATURES.verify();
    }

    @Test
    void featuresFollowTheMap() {
        assertThat(departures(FEATURES, FeatureMap.MAY_USE)).isEmpty();
    }

    @Test
    void everyFeatureOnTheMapExists() {
        assertThat(names(FEATURES)).containsAll(FeatureMap.MAY_USE.keySet());
    }

    @Test
    void theKernelHoldsAtMostTwelveTypes() {
        var types = HouseRulesTest.PRODUCT.stream()
                .filter(type -> Layers.KERNEL.test(type)
                        && type.isTopLevelClass()
                        && !type.getSimpleName().equals("package-info"))
                .map(type -> type.getSimpleName());

        assertThat(types)
                .as("types of the kernel, where a thirteenth needs a decision record")
                .hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void aReachIntoAnotherFeatureIsFound() {
        assertThatThrownBy(PLANTED::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining(
                        "Module 'pharmacy' depends on non-exposed type planted.chartroom.ward.domain.Bed");
    }

    @Test
    void aFeatureThatTheMapDoesNotKnowIsFound() {
        assertThat(departures(PLANTED, Map.of("ward", Set.of("kernel"))))
                .contains("pharmacy is not on the map: give it a row, and say what it may use");
    }

    @Test
    void aUseThatTheMapDoesNotAllowIsFound() {
        assertThat(departures(PLANTED, Map.of("pharmacy", Set.of("kernel"))))
                .anyMatch(departure -> departure.startsWith("pharmacy may not use ward, but does:"));
    }

    private static List<String> departures(ApplicationModules features, Map<String, Set<String>> mayUse) {
        var departures = new ArrayList<String>();
        for (var feature : features) {
            var allowed = mayUse.get(name(feature));
            if (allowed == null) {
                departures.add(name(feature) + " is not on the map: give it a row, and say what it may use");
                continue;
            }
            var used = feature.getDirectDependencies(features).stream().toList();
            used.stream()
                    .map(use -> name(use.getTargetModule()))
                    .filter(name -> !allowed.contains(name))
                    .distinct()
                    .forEach(name -> departures.add(name(feature) + " may not use " + name + ", but does: "
                            + used.stream()
                                    .filter(use -> name(use.getTargetModule()).equals(name))
                                    .map(use -> use.getSourceType().getFullName() + " → "
                                            + use.getTargetType().getFullName())
                                    .distinct()
                                    .collect(joining(", "))));
        }
        return departures;
    }

    private static Set<String> names(ApplicationModules features) {
        return features.stream().map(FeatureMapTest::name).collect(toCollection(TreeSet::new));
    }

    private static String name(ApplicationModule feature) {
        return feature.getIdentifier().toString();
    }
}
