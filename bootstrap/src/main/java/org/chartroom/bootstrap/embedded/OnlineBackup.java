package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A backup beside the server's work: PostgreSQL notes where it begins and where it ends, and files are copied in between. */
final class OnlineBackup {

    private final Home home;
    private final Endpoint server;
    private final Path seals;
    private final Consumer<String> progress;

    OnlineBackup(Home home, Endpoint server, Path seals, Consumer<String> progress) {
        this.home = home;
        this.server = server;
        this.seals = seals;
        this.progress = progress;
    }

    /**
     * Writes it whole, the manifest last. Whatever the connection ends by, PostgreSQL forgets the backup and the slot with it.
     *
     * @param before a backup in the same place, which must be of the same database
     */
    void writeTo(Path folder, Optional<Backup> before) throws IOException {
        try (Connection connection = server.connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement()) {
            Server about = Server.of(statement);
            if (before.isPresent()) {
                requireSame(about, before.get());
            }
            // keeps the write-ahead log from being recycled while files are copied
            statement.execute(
                    "select pg_create_physical_replication_slot('chartroom_backup_' || pg_backend_pid(), true, true)");
            Instant startedAt = now(statement);
            String startLsn = text(statement.executeQuery("select pg_backup_start('chartroom', fast => true)"));
            BackupFolder copy = new BackupFolder(folder, percent(about.bytes()));
            copy.addData(home.data());
            copy.add(home.secret(), Backup.SECRET);
            addSeals(copy); // while the backup lasts: none of them is then later than the database
            String stopLsn = stop(statement, copy);
            Instant usableFrom = now(statement);
            for (String segment : about.segments().between(startLsn, stopLsn)) {
                add(segment, copy);
            }
            if (Files.exists(wal(about.segments().history()))) {
                add(about.segments().history(), copy);
            }
            new Manifest(
                            Manifest.FORMAT,
                            OnlineBackup.class.getPackage().getImplementationVersion(),
                            about.version(),
                            schema(statement),
                            about.system(),
                            about.timeline(),
                            about.segmentSize(),
                            startLsn,
                            stopLsn,
                            startedAt,
                            usableFrom,
                            copy.folders(),
                            copy.files())
                    .write(folder);
        } catch (SQLException failure) {
            throw new EmbeddedPostgresException(
                    "The backup failed and is not there: PostgreSQL says: %s.".formatted(failure.getMessage()),
                    failure);
        }
    }

    private static void requireSame(Server about, Backup before) {
        if (!before.manifest().system().equals(about.system())) {
            throw new EmbeddedPostgresException(
                    "%s is a backup of another database, and each has a folder of its own. Name another one."
                            .formatted(before.folder()));
        }
    }

    /** {@code wait_for_archive => false}: the log is copied here, whether it is archived or not. */
    private static String stop(Statement statement, BackupFolder copy) throws SQLException, IOException {
        try (ResultSet stopped = statement.executeQuery(
                "select lsn::text, labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)")) {
            stopped.next();
            copy.add(bytes(stopped.getString("labelfile")), Backup.DATA + "/backup_label");
            @Nullable String tablespaces = stopped.getString("spcmapfile");
            if (tablespaces != null && !tablespaces.isEmpty()) {
                copy.add(bytes(tablespaces), Backup.DATA + "/tablespace_map");
            }
            return stopped.getString("lsn");
        }
    }

    private void add(String walFile, BackupFolder copy) throws IOException {
        copy.add(wal(walFile), Backup.DATA + "/pg_wal/" + walFile);
    }

    private Path wal(String file) {
        return home.data().resolve("pg_wal").resolve(file);
    }

    private void addSeals(BackupFolder copy) throws IOException {
        copy.addFolder(Backup.SEALS);
        if (!Files.isDirectory(seals)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(seals, Files::isRegularFile)) {
            for (Path file : files) {
                copy.add(file, Backup.SEALS + "/" + file.getFileName());
            }
        }
    }

    private LongConsumer percent(long total) {
        int[] told = {0};
        return copied -> {
            int percent = (int) Math.min(100, copied * 100 / Math.max(1, total));
            if (percent / 20 > told[0] / 20) {
                told[0] = percent;
                progress.accept("Backing up %d MB: %d %%".formatted(total >> 20, percent));
            }
        };
    }

    private static String schema(Statement statement) throws SQLException {
        try (ResultSet there = statement.executeQuery("select to_regclass('flyway.schema_history') is not null")) {
            there.next();
            if (!there.getBoolean(1)) {
                return "0";
            }
        }
        return text(
                statement.executeQuery("select coalesce(max(version), '0') from flyway.schema_history where success"));
    }

    private static Instant now(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static String text(ResultSet row) throws SQLException {
        try (row) {
            row.next();
            return row.getString(1);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the server says of itself. */
    private record Server(String version, String system, int timeline, long segmentSize, long bytes) {

        static Server of(Statement statement) throws SQLException {
            try (ResultSet row = statement.executeQuery("""
                    select current_setting('server_version') as version,
                           system_identifier::text           as system,
                           ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline,
                           bytes_per_wal_segment             as segment_size,
                           (select sum(pg_database_size(oid)) from pg_database)::bigint as bytes
                      from pg_control_system(), pg_control_init()
                    """)) {
                row.next();
                return new Server(
                        row.getString("version"),
                        row.getString("system"),
                        row.getInt("timeline"),
                        row.getLong("segment_size"),
                        row.getLong("bytes"));
            }
        }

        WalSegments segments() {
            return new WalSegments(timeline, segmentSize);
        }
    }
}
