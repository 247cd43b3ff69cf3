package org.chartroom.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Breaks the product in one place at a time and looks whether a rule says so. Only what is changed is read anew, with the
 * few classes beside which it shows: all other rules look at one class alone.
 */
class ArchitectureMutationTest {

    static final List<Mutation> MUTATIONS = Mutations.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("MUTATIONS")
    void theRulesNameWhatWasBroken(Mutation mutation, @TempDir Path folder) {
        var broken = broken(read(mutation.writeTo(folder)));

        assertThat(broken).as("GAP: no rule catches that " + mutation).isNotEmpty();
        assertThat(broken.keySet()).as("rules that say that " + mutation).isEqualTo(mutation.rules());
        assertThat(broken)
                .allSatisfy((rule, details) -> assertThat(details)
                        .as("%s names %s", rule, mutation.culprit())
                        .anyMatch(detail -> RuleBook.names(detail, mutation.culprit())));
    }

    @Test
    void everyRuleIsBrokenOnce() {
        var tried = MUTATIONS.stream()
                .flatMap(mutation -> mutation.rules().stream())
                .collect(toCollection(TreeSet::new));

        assertThat(tried).isEqualTo(new TreeSet<>(RuleBook.BY_NAME.keySet()));
    }

    @Test
    void noTwoMutationsShareAName() {
        assertThat(MUTATIONS).extracting(Mutation::name).doesNotHaveDuplicates();
        assertThat(MUTATIONS).hasSizeGreaterThan(40);
    }

    /** What is called need not be known beyond its name; that saves half of the time. */
    private static JavaClasses read(List<Path> files) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setProperty("import.dependencyResolutionProcess.maxIterationsForAccessesToTypes", "0");
            return new ClassFileImporter().importPaths(files);
        });
    }

    private static Map<String, List<String>> broken(JavaClasses classes) {
        var broken = new TreeMap<String, List<String>>();
        RuleBook.BY_NAME.forEach((name, rule) -> {
            var details = rule.allowEmptyShould(true)
                    .evaluate(classes)
                    .getFailureReport()
                    .getDetails();
            if (!details.isEmpty()) broken.put(name, details);
        });
        return broken;
    }
}
