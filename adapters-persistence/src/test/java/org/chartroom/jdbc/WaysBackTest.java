package org.chartroom.jdbc;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every migration lies beside its way back. */
class WaysBackTest {

    @Test
    void everyMigrationHasItsWayBackAndNoWayBackIsLeftOver() throws IOException {
        Set<String> migrations = filesIn("db/migration");

        assertThat(migrations).isNotEmpty().allMatch(name -> name.matches("V\\d{4}__[a-z0-9_]+\\.sql"));
        assertThat(unpaired(migrations, filesIn("db/rollback"))).isEmpty();
    }

    @Test
    void aMissingOrMisnamedWayBackIsFound() {
        Set<String> migrations = Set.of("V0001__ward.sql", "V0002__bed.sql", "V0003__night_shift.sql");
        Set<String> waysBack = Set.of("R0001__ward.sql", "R0003__nightshift.sql");

        assertThat(unpaired(migrations, waysBack))
                .containsExactly("0002__bed.sql", "0003__night_shift.sql", "0003__nightshift.sql");
    }

    /** Names, without their first letter, that one side has and the other has not. */
    private static Set<String> unpaired(Set<String> migrations, Set<String> waysBack) {
        Set<String> forward = withoutPrefix("V", migrations);
        Set<String> back = withoutPrefix("R", waysBack);
        return Stream.concat(forward.stream(), back.stream())
                .filter(name -> !forward.contains(name) || !back.contains(name))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> withoutPrefix(String prefix, Set<String> names) {
        return names.stream()
                .map(name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> filesIn(String folder) throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*"))
                .map(Resource::getFilename)
                .collect(toCollection(TreeSet::new));
    }
}
