package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DataModelDocumentIT {

    /** From the folder of this Maven module, in which its tests run. */
    private static final Path PAGE = Path.of("..", "docs", "data-model.md");

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void theCommittedPageTellsTheTablesAsTheyAre() throws IOException {
        String page = DataModelPage.of(DATABASE.superuser());
        if (Boolean.getBoolean("chartroom.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as(
                        "docs/data-model.md is out of date; write it anew with: ./mvnw verify -pl adapters-persistence -am -Dchartroom.docs.write=true")
                .isEqualTo(page);
    }
}
