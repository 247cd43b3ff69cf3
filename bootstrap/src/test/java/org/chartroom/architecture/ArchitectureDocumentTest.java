package org.chartroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureDocumentTest {

    /** From the folder of this Maven module, in which its tests run. */
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");

    @Test
    void theCommittedPageTellsTheMapAndTheRulesAsTheyAre() throws IOException {
        var committed = Files.readString(PAGE);
        var page = ArchitecturePage.current(committed);
        if (Boolean.getBoolean("chartroom.docs.write")) Files.writeString(PAGE, page);

        assertThat(Files.readString(PAGE))
                .as(
                        "docs/architecture.md is out of date; write it anew with: ./mvnw verify -Dtest=ArchitectureDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -DskipITs -Dchartroom.docs.write=true")
                .isEqualTo(page);
    }
}
