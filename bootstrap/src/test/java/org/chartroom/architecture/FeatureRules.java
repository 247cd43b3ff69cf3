package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.chartroom.architecture.Layers.BOOTSTRAP;
import static org.chartroom.architecture.Layers.DIRECTORIES;
import static org.chartroom.architecture.Layers.FEATURES;
import static org.chartroom.architecture.Layers.KERNEL;
import static org.chartroom.architecture.Layers.WORDS;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/** Which feature may use which, and how much of it. */
final class FeatureRules {

    static final ArchRule FEATURES_FOLLOW_THE_LINE = classes()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .and()
            .doNotHaveSimpleName("package-info")
            .should(useOnlyWhatStandsToTheLeft())
            .because(
                    "calls that go both ways along the line end in features that change only together; instead publish "
                            + "an event, or move what shows things of both into the feature on the right");

    static final ArchRule FEATURES_SHOW_THEIR_BASE_PACKAGE = classes()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .should(useOfOthersOnlyTheBasePackage())
            .because("what lies below a base package is changed without asking anybody; instead use the id or the "
                    + "directory there, and ask the feature's team for a method if it is missing");

    static final ArchRule FEATURES_FORM_NO_CYCLE = slices().matching("..chartroom.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "features in a circle are one feature that nobody can read, test or move alone; instead let the left "
                            + "one publish an event that the right one hears");

    static final ArchRule ONE_DIRECTORY_A_FEATURE = classes()
            .that(DIRECTORIES)
            .should(beTheOnlyDirectory())
            .because(
                    "a second interface for others is the beginning of a second feature; instead add the method to the "
                            + "directory that is there, or publish an event");

    static final ArchRule KERNEL_STAYS_SMALL = classes()
            .that(KERNEL)
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(beAmong(HouseRules.KERNEL_TYPES))
            .because(
                    "everything depends on the kernel, so whatever is there concerns everybody; instead put the type into "
                            + "the leftmost feature that uses it, or write a decision record and name it in KERNEL_TYPES");

    private static ArchCondition<JavaClass> useOnlyWhatStandsToTheLeft() {
        return Conditions.each("use only what stands to their left", (type, wrong) -> {
            var feature = Layers.feature(type);
            var allowed = FeatureMap.mayUse(type);
            if (allowed == null) wrong.accept(type.getFullName() + " is of " + feature + ", which is not on the map");
            else
                others(type)
                        .filter(use -> !allowed.contains(Layers.feature(use.getTargetClass())))
                        .forEach(use -> wrong.accept(use.getDescription()));
        });
    }

    private static ArchCondition<JavaClass> useOfOthersOnlyTheBasePackage() {
        return Conditions.each(
                "use of other features only their base package",
                (type, wrong) -> others(type)
                        .filter(use -> FEATURES.test(use.getTargetClass()) && !WORDS.test(use.getTargetClass()))
                        .forEach(use -> wrong.accept(use.getDescription())));
    }

    /** Uses of another feature, or of what stands beside them all; of bootstrap another rule speaks. */
    private static Stream<Dependency> others(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(use -> Layers.root(use.getTargetClass()).equals(Layers.root(type)))
                .filter(use -> !BOOTSTRAP.test(use.getTargetClass()))
                .filter(use -> !Layers.feature(use.getTargetClass()).equals(Layers.feature(type)));
    }

    private static ArchCondition<JavaClass> beTheOnlyDirectory() {
        return Conditions.each("be the only directory of their feature", (type, wrong) -> {
            for (var other : type.getPackage().getClasses())
                if (DIRECTORIES.test(other) && !other.equals(type))
                    wrong.accept(type.getFullName() + " is a directory beside " + other.getSimpleName());
        });
    }

    private static ArchCondition<JavaClass> beAmong(Set<String> names) {
        return Conditions.each("be among KERNEL_TYPES", (type, wrong) -> {
            if (!names.contains(type.getSimpleName())) wrong.accept(type.getFullName() + " is not among them");
        });
    }

    private FeatureRules() {}
}
