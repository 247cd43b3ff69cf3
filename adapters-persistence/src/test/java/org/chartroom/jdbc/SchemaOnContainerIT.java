package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaOnContainerIT {

    @Test
    void upDownAndUpAgainEndsInTheCatalogueOfTheEmbeddedDatabase() {
        var database = ContainerDatabase.create().account();
        var schema = new Schema(database);
        var empty = Catalogue.of(database);

        var versions = schema.migrate();
        var up = Catalogue.of(database);
        var takenBack = schema.rollbackTo(0);
        var down = Catalogue.of(database);
        schema.migrate();

        try (var embedded = TestDatabase.migrated()) {
            assertThat(up).isEqualTo(Catalogue.of(embedded.superuser()));
        }
        assertThat(takenBack).isEqualTo(versions.reversed());
        assertThat(down).isEqualTo(empty);
        assertThat(Catalogue.of(database)).isEqualTo(up);
    }
}
