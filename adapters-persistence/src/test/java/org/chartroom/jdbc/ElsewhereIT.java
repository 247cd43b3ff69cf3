package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** On another server than the embedded one; where that is missing, the one test that is left, which says so. */
class ElsewhereIT {

    @Test
    void theCatalogueIsThatOfTheEmbeddedDatabase() {
        var missing = TestServer.missing();
        missing.ifPresent(why -> System.out.println("SKIPPED: " + why));
        assumeTrue(missing.isEmpty(), missing::orElseThrow);

        try (var here = TestDatabase.migrated();
                var embedded = TestDatabase.migrated(TestServer.embedded())) {
            assertThat(Catalogue.of(here.superuser())).isEqualTo(Catalogue.of(embedded.superuser()));
        }
    }
}
