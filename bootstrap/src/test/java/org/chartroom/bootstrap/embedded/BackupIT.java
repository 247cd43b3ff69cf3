package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BackupIT {
    @TempDir
    Path directory;

    private Path backups = Path.of("");
    private Path seals = Path.of("");
    private Home restored = Homes.fresh(Path.of(""));

    @BeforeEach
    void folders() throws IOException {
        backups = Files.createDirectory(directory.resolve("backups"));
        seals = Files.createDirectory(directory.resolve("seals"));
        Files.writeString(seals.resolve("trail.seals"), "1\n");
        restored = Homes.fresh(directory.resolve("restored"));
    }

    @Test
    void whatWasCommittedBeforeItEndedIsInABackup() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home(), Homes.SILENT)) {
            execute(server, "create table written as select generate_series(1, 1000) as n");
            List<Integer> during = new ArrayList<>();

            Backup backup = new Backups(backups).take(home(), server.endpoint(), seals, _ -> {
                during.add(1000 + during.size() + 1);
                execute(server, "insert into written values (%d)".formatted(during.getLast()));
            });

            restore(backup.folder(), null);
            assertThat(during).isNotEmpty();
            assertThat(written(restored)).hasSize(1000 + during.size()).containsAll(during);
        }
    }

    @Test
    void aBackupHasItsSecretAndItsSealsAndIsItsOwnersAlone() throws Exception {
        Backup backup = backup(home());

        assertThat(backup.folder().resolve("secret")).hasSameBinaryContentAs(home().secret());
        assertThat(backup.folder().resolve("audit-seals/trail.seals")).hasContent("1");
        try (Stream<Path> all = Files.walk(backup.folder())) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .endsWith("------"));
        }
    }

    @Test
    void theStateOfAnInstantIsHadFromTheArchive() throws Exception {
        Home archiving = home().archivingIn(backups);
        Instant before;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(archiving, Homes.SILENT)) {
            new Backups(backups).take(archiving, server.endpoint(), seals, Homes.SILENT);
            execute(server, "create table written as select generate_series(1, 10) as n");
            before = now(server);
            execute(server, "delete from written");
        }

        restore(backups, before);

        assertThat(written(restored)).hasSize(10);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(restored.archivingIn(backups), Homes.SILENT)) {
            assertThat(text(
                            server,
                            "select pg_is_in_recovery()::text || left(pg_walfile_name(pg_current_wal_lsn()), 8)"))
                    .isEqualTo("false00000002");
            assertThat(text(server, "select setting from pg_settings where name = 'restore_command'"))
                    .isEmpty();
        }
        assertThat(names(backups.resolve("wal")))
                .as("the other timeline's archive goes on beside the first one's")
                .anyMatch(name -> name.startsWith("00000002") && name.length() == 24)
                .anyMatch(name -> name.startsWith("00000001"));
    }

    @Test
    void aBackupThatIsRestoredTwiceTakesAnotherTimelineEachTime() throws Exception {
        Home archiving = home().archivingIn(backups);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(archiving, Homes.SILENT)) {
            new Backups(backups).take(archiving, server.endpoint(), seals, Homes.SILENT);
        }

        restore(backups, null);
        restore(backups, Homes.fresh(directory.resolve("again")), null);

        assertThat(names(backups.resolve("wal"))).contains("00000002.history", "00000003.history");
    }

    @Test
    void anInstantThatCannotBeHadIsRefusedAndTheHomeStaysEmpty() throws Exception {
        Home archiving = home().archivingIn(backups);
        Backup backup;
        Instant after;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(archiving, Homes.SILENT)) {
            backup = new Backups(backups).take(archiving, server.endpoint(), seals, Homes.SILENT);
            execute(server, "create table written as select 1 as n");
            after = now(server);
        }

        assertThatThrownBy(() -> restore(backups, backup.usableFrom().minusMillis(1)))
                .hasMessageContaining("had ended at %s only", backup.usableFrom());
        assertThatThrownBy(() -> restore(backups, after))
                .hasMessageContaining("the last change that was archived is of 20");
        assertThatThrownBy(() -> restore(backups, Instant.now().plus(Duration.ofDays(1))))
                .hasMessageContaining("is yet to come");
        assertThatThrownBy(() -> restore(directory.resolve("seals"), null)).hasMessageContaining("is no backup");
        assertThat(restored.data()).doesNotExist();
        assertThat(restored.secret()).doesNotExist();
        assertThat(names(restored.directory())).containsExactly("lock");
    }

    @Test
    void aDamagedFileIsNamedAndNothingIsRestored() throws Exception {
        Backup backup = backup(home());
        Path file = backup.folder().resolve("data/global/pg_control");
        byte[] content = Files.readAllBytes(file);
        content[100] ^= 1;
        Files.write(file, content);

        assertThatThrownBy(() -> restore(backups, null)).hasMessageContaining("%s is not as it was written", file);
        Files.delete(file);
        assertThatThrownBy(() -> restore(backups, null)).hasMessageContaining("%s is missing", file);
        assertThat(names(restored.directory())).containsExactly("lock");
    }

    @Test
    void aHomeThatIsNotEmptyIsRefusedAndLeftAsItIs() throws Exception {
        Backup backup = backup(home());
        Home other = home();

        assertThatThrownBy(() -> restore(backup.folder(), other, null))
                .hasMessageContaining("%s is there, and a restore overwrites nothing", other.data());
        Files.createDirectories(restored.directory());
        Files.writeString(restored.secret(), "of other data");
        assertThatThrownBy(() -> restore(backup.folder(), null)).hasMessageContaining("opens other data");
        assertThat(restored.secret()).hasContent("of other data");
    }

    @Test
    void oneBackupAtATimeIsWrittenToAFolder() throws Exception {
        try (FileChannel channel =
                        FileChannel.open(backups.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            assertThatThrownBy(() -> backup(home())).hasMessageContaining("Another backup is being written");
        }
        assertThat(new Backups(backups).all()).isEmpty();
    }

    @Test
    void aFolderInTheDataDirectoryIsRefused() throws Exception {
        Home home = home();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
            Backups inside = new Backups(Files.createDirectory(home.data().resolve("backups")));

            assertThatThrownBy(() -> inside.take(home, server.endpoint(), seals, Homes.SILENT))
                    .hasMessageContaining("is in the data directory that is to be backed up");
        }
    }

    @Test
    void anotherDatabasesBackupsAreNotMixedIn() throws Exception {
        backup(home());
        Home other = Homes.fresh(directory.resolve("other"));

        assertThatThrownBy(() -> backup(other)).hasMessageContaining("is a backup of another database");
        assertThat(names(backups)).noneMatch(name -> name.endsWith(".unfinished"));
    }

    @Test
    void aBackupThatFailsLeavesNothingBehindAndTheNextRemovesWhatAKilledOneLeft() throws Exception {
        Home home = home();
        Path killed = Files.createDirectories(backups.resolve("2026-03-01T023000.000Z.unfinished/data"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
            Path unfit = Files.createDirectory(directory.resolve("elsewhere"));
            Files.createSymbolicLink(home.data().resolve("pg_tblspc/16384"), unfit);

            assertThatThrownBy(() -> new Backups(backups).take(home, server.endpoint(), seals, Homes.SILENT))
                    .hasMessageContaining("leads out of the data directory");
            Files.delete(home.data().resolve("pg_tblspc/16384"));
        }

        assertThat(killed).doesNotExist();
        assertThat(names(backups)).containsExactlyInAnyOrder("lock", "wal");
    }

    @Test
    void whereNothingCanBeArchivedTheServerStartsAndSaysSo() throws Exception {
        List<String> progress = new ArrayList<>();
        AtomicBoolean serves = new AtomicBoolean();

        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(home().archivingIn(directory.resolve("unmounted")), progress::add)) {
            serves.set(!text(server, "select 1").isEmpty());
        }

        assertThat(serves).isTrue();
        assertThat(Homes.exceptSlowness(progress)).singleElement().asString().startsWith("NOTHING IS BEING BACKED UP.");
    }

    private Home home() throws IOException {
        Path home = directory.resolve("home");
        if (Files.exists(home)) {
            return Homes.fresh(home);
        }
        return Homes.used(Files.createDirectory(home));
    }

    private Backup backup(Home home) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
            return new Backups(backups).take(home, server.endpoint(), seals, Homes.SILENT);
        }
    }

    private void restore(Path from, @Nullable Instant at) {
        restore(from, restored, at);
    }

    private static void restore(Path from, Home home, @Nullable Instant at) {
        new Restoration(home, from, at, Homes.SILENT).run((_, _) -> {});
    }

    private static List<Integer> written(Home home) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT);
                Connection connection = server.endpoint().connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select n from written order by n")) {
            List<Integer> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getInt("n"));
            }
            return numbers;
        }
    }

    private static Instant now(EmbeddedPostgres server) throws SQLException {
        return Instant.parse(text(
                server, "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private static String text(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.endpoint().connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.endpoint().connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
