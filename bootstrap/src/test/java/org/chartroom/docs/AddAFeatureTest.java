package org.chartroom.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the page can still be followed; that what comes of it builds, {@code .ci/add-a-feature} tells. */
class AddAFeatureTest {

    private static final Path PROJECT = Path.of("..");

    @TempDir
    private Path ward;

    @BeforeEach
    void aProjectWithTwoMigrations() throws IOException {
        var migrations = Files.createDirectories(ward.resolve("adapters-persistence/src/main/resources/db/migration"));
        Files.writeString(migrations.resolve("V0001__ward.sql"), "");
        Files.writeString(migrations.resolve("V0002__bed.sql"), "");
        Files.writeString(ward.resolve("Bed.java"), "record Bed(\n        int number,\n        int floor) {}\n");
    }

    @Test
    void everyChangeOnThePageFindsItsPlace() throws IOException {
        var page = Files.readString(PROJECT.resolve("docs/add-a-feature.md"));

        assertThat(AddAFeature.files(page, PROJECT)).hasSizeGreaterThan(40).doesNotContainKey("");
        assertThat(AddAFeature.blocks(page)).anyMatch(AddAFeature.Block::isCommand);
    }

    @Test
    void aNewFileIsWrittenAsItStandsThere() throws IOException {
        var files = AddAFeature.files("`Nurse.java`\n\n```java\nclass Nurse {}\n```\n", ward);

        assertThat(files).containsOnlyKeys("Nurse.java").containsEntry("Nurse.java", "class Nurse {}\n");
    }

    @Test
    void aMigrationIsNumberedBehindTheNewest() throws IOException {
        var files = AddAFeature.files("`V00NN__night.sql`\n\n```sql\n-- after V00NN\n```\n", ward);

        assertThat(files).containsEntry("V0003__night.sql", "-- after V0003\n");
    }

    @Test
    void aFileIsChangedWhereTheOldLinesStandHoweverTheyAreIndented() throws IOException {
        var files = AddAFeature.files(
                change(" int number,\n+        int window,\n@@\n-int  floor) {}\n+        int storey) {}"), ward);

        assertThat(files)
                .containsEntry(
                        "Bed.java", "record Bed(\n        int number,\n        int window,\n        int storey) {}\n");
    }

    @Test
    void aChangeThatFindsNoPlaceOrTwoIsToldWithItsLine() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> AddAFeature.files(change(" int number,\n+x\n@@\n int roof,\n+y"), ward))
                .withMessageContainingAll("line 7", "Bed.java", "0 places", "int roof,");
        Files.writeString(ward.resolve("Bed.java"), "{\n}\n{\n}\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> AddAFeature.files(change(" {\n+x"), ward))
                .withMessageContaining("2 places");
        assertThatIllegalStateException()
                .isThrownBy(() -> AddAFeature.files(change("+x"), ward))
                .withMessageContaining("line 4");
    }

    @Test
    void aFileThatIsThereIsNotWrittenAnewAndOneThatIsNotIsNotChanged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AddAFeature.files("`Bed.java`\n\n```java\nx\n```\n", ward))
                .withMessageContaining("Bed.java exists already");
        assertThatIllegalStateException()
                .isThrownBy(() -> AddAFeature.files("`Nurse.java`\n\n```diff\n x\n+y\n```\n", ward))
                .withMessageContaining("there is no Nurse.java to change");
    }

    @Test
    void aBlockSaysWhichFileItIs() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AddAFeature.blocks("See `Bed.java` for more.\n\n```java\nx\n```\n"))
                .withMessageContaining("line 3");
    }

    private static String change(String hunks) {
        return "`Bed.java`\n\n```diff\n" + hunks + "\n```\n";
    }
}
