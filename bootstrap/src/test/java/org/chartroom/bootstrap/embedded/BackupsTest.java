package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final List<String> NAMES = List.of(
            "2026-03-01T023000.000Z", "2026-03-02T023000.000Z", "2026-03-03T023000.000Z", "2026-03-04T023000.000Z");

    @TempDir
    Path directory;

    @Test
    void theNewestBackupsAreKeptWithTheArchiveThatTheyNeed() throws IOException {
        for (int day = 0; day < NAMES.size(); day++) {
            backup(NAMES.get(day), "0/" + (day + 1) + "00028");
        }
        Files.createDirectory(directory.resolve("wal"));
        for (String segment : List.of(
                "000000010000000000000001",
                "000000010000000000000002",
                "000000010000000000000003",
                "000000010000000000000004",
                "00000002.history")) {
            Files.createFile(directory.resolve("wal").resolve(segment));
        }

        int removed = new Backups(directory).keepNewest(2);

        assertThat(removed).isEqualTo(2);
        assertThat(names(directory)).containsExactlyInAnyOrder(NAMES.get(2), NAMES.get(3), "wal", "lock");
        assertThat(names(directory.resolve("wal")))
                .containsExactlyInAnyOrder("000000010000000000000003", "000000010000000000000004", "00000002.history");
    }

    @Test
    void whatIsUnfinishedOrSomebodyElsesCountsAsNoBackup() throws IOException {
        backup(NAMES.getFirst(), "0/100028");
        Files.createDirectory(directory.resolve(NAMES.get(1) + ".unfinished"));
        Files.createDirectory(directory.resolve(NAMES.get(2)));
        Files.createDirectory(directory.resolve("photographs"));

        new Backups(directory).keepNewest(1);

        assertThat(new Backups(directory).newest()).contains(Instant.parse("2026-03-01T02:30:00Z"));
        assertThat(new Backups(directory).all()).hasSize(1);
        assertThat(directory.resolve("photographs")).exists();
    }

    @Test
    void aFolderThatIsMissingIsNotMade() {
        Backups backups = new Backups(directory.resolve("unmounted"));

        assertThatThrownBy(backups::requireUsable)
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("unmounted is no folder");
        assertThat(directory.resolve("unmounted")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() {
        assertThatThrownBy(new Backups(Path.of("/proc"))::requireUsable)
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("Check that this user may write there");
    }

    @Test
    void theShellTakesThePathOfTheArchiveAsItIs() {
        assertThat(Restoration.restoreCommand(Path.of("/mnt/Ada's 100 % disk/wal")))
                .isEqualTo("cp '/mnt/Ada'\\''s 100 %% disk/wal'/%f \"%p\"");
    }

    private void backup(String name, String startLsn) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name));
        Instant then = Instant.parse("2026-03-01T02:30:00Z");
        new Manifest(
                        Manifest.FORMAT,
                        null,
                        Programs.VERSION,
                        "0015",
                        "7",
                        1,
                        1 << 20,
                        startLsn,
                        startLsn,
                        then,
                        then,
                        List.of(),
                        List.of())
                .write(folder);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
