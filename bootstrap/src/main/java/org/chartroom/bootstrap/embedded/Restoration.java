package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup back into an empty home, with what was archived after it. The server recovers in a folder of its own in
 * that home; only what is whole gets the names by which the next start finds it. Until then nothing is changed.
 */
public final class Restoration {
    /** Weeks of write-ahead log take long, and whoever waits sees that it goes on. */
    private static final Duration UNTIL_RECOVERED = Duration.ofDays(1);

    /** With digits for the zone: so early in a start PostgreSQL knows no letter for one. */
    private static final DateTimeFormatter TARGET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private static final Pattern LAST_TRANSACTION =
            Pattern.compile("last completed transaction was at log time (\\S+) (\\S+)\\+00");

    private final Home home;
    private final Path from;
    private final @Nullable Instant at;
    private final Consumer<String> progress;

    /**
     * @param from     a backup, or the folder of many: then the newest that can be used
     * @param at       the instant whose state is wanted; null: as late as the archive reaches
     * @param progress is told what takes long
     */
    public Restoration(Home home, Path from, @Nullable Instant at, Consumer<String> progress) {
        this.home = home;
        this.from = from.toAbsolutePath().normalize();
        this.at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS); // as PostgreSQL counts
        this.progress = progress;
    }

    /** What has to be done to the recovered database before anybody else gets hold of it. */
    public interface Aftercare {

        /**
         * Returns when the database may be found by the next start.
         *
         * @param seals of the audit trail, as the backup has them
         */
        void takeCareOf(Recovered recovered, Path seals);
    }

    /**
     * A database that was recovered.
     *
     * @param server where it listens, as long as it is being taken care of
     * @param backup that it came from
     * @param upTo   when the last transaction ended that it has of the archive; null: none since the backup
     */
    public record Recovered(
            Endpoint server, Backup backup, @Nullable Instant upTo) {}

    /**
     * Restores.
     *
     * @throws EmbeddedPostgresException when the home is not empty, the backup is damaged or missing, or the instant cannot
     *                                   be had
     */
    public void run(Aftercare aftercare) {
        Platform platform = Platform.of(System.getProperties());
        try {
            requireEmpty(home);
            Backup backup = choose();
            Home created = home.created();
            try (HomeLock _ = HomeLock.of(created)) {
                requireEmpty(created);
                requireFitting(created, backup);
                progress.accept("Checking the backup %s".formatted(backup.folder()));
                backup.requireSound();
                Programs programs = Programs.of(created.binaries(), platform, progress);
                restore(created, backup, programs, aftercare);
            }
        } catch (IOException failure) {
            throw new EmbeddedPostgresException(
                    "The backup cannot be restored to %s: %s. Check that this user may read the backup and write there, and that the disk is not full; nothing has been restored."
                            .formatted(home.directory(), failure),
                    failure);
        }
    }

    private static void requireEmpty(Home home) {
        if (Files.exists(home.data())) {
            throw new EmbeddedPostgresException(
                    "%s is there, and a restore overwrites nothing. Move it away, or name an empty home with %s; nothing has been changed."
                            .formatted(home.data(), Home.DIRECTORY));
        }
    }

    /** The one that is named, else the newest that had ended by the instant. */
    private Backup choose() throws IOException {
        if (at != null && at.isAfter(Instant.now())) {
            throw new EmbeddedPostgresException("%s is yet to come. Nothing has been changed.".formatted(at));
        }
        List<Backup> all = Manifest.isIn(from) ? List.of(Backup.in(from)) : among();
        Backup newest = null;
        for (Backup backup : all) {
            if (at == null || !at.isBefore(backup.usableFrom())) {
                newest = backup;
            }
        }
        if (newest == null) {
            throw new EmbeddedPostgresException(
                    "The state of %s cannot be had: the first backup in %s had ended at %s only. Name that instant or a later one; nothing has been changed."
                            .formatted(at, from, all.getFirst().usableFrom()));
        }
        return newest;
    }

    private List<Backup> among() {
        List<Backup> all = Files.isDirectory(from) ? new Backups(from).all() : List.of();
        if (all.isEmpty()) {
            throw new EmbeddedPostgresException(
                    "%s is no backup, and holds none that is finished. Nothing has been changed.".formatted(from));
        }
        return all;
    }

    private static void requireFitting(Home home, Backup backup) throws IOException {
        String version = backup.manifest().postgresql();
        if (!version.startsWith(Programs.MAJOR_VERSION + ".")) {
            throw new EmbeddedPostgresException(
                    "%s is of PostgreSQL %s, and this Chartroom brings %s. Restore it with the Chartroom that wrote it (%s); nothing has been changed."
                            .formatted(
                                    backup.folder(),
                                    version,
                                    Programs.MAJOR_VERSION,
                                    backup.manifest().chartroom()));
        }
        if (Files.exists(home.secret())
                && Files.mismatch(home.secret(), backup.folder().resolve(Backup.SECRET)) >= 0) {
            throw new EmbeddedPostgresException(
                    "%s opens other data than the backup's. Move it to where that data is; nothing has been changed."
                            .formatted(home.secret()));
        }
        long free = Files.getFileStore(home.directory()).getUsableSpace();
        if (free < backup.size()) {
            throw new EmbeddedPostgresException(
                    "The backup has %d MB, and in %s only %d MB are free. Nothing has been changed."
                            .formatted(backup.size() >> 20, home.directory(), free >> 20));
        }
    }

    private void restore(Home home, Backup backup, Programs programs, Aftercare aftercare) throws IOException {
        // by this name the next start throws it away if this one is killed
        Path unfinished = Files.createTempDirectory(home.directory(), DataDirectory.UNFINISHED);
        try {
            progress.accept("Copying %d MB".formatted(backup.size() >> 20));
            backup.copyTo(unfinished);
            Home recovering = new Home(unfinished, home.binaries(), null);
            recover(recovering, backup, programs, aftercare);
            for (String spent : List.of("backup_label.old", "tablespace_map.old")) {
                Files.deleteIfExists(recovering.data().resolve(spent));
            }
            FileTree.publish(recovering.secret(), home.secret());
            FileTree.publish(recovering.data(), home.data());
        } finally {
            FileTree.deleteIfExists(unfinished);
        }
    }

    private void recover(Home recovering, Backup backup, Programs programs, Aftercare aftercare) throws IOException {
        progress.accept(at == null ? "Recovering all that is archived" : "Recovering the state of " + at);
        Files.createFile(recovering.data().resolve("recovery.signal"));
        @Nullable Path archive = archive(backup);
        Postmaster postmaster = start(recovering, programs, archive);
        try {
            Endpoint server = new Endpoint(
                    "127.0.0.1", postmaster.port(), DataDirectory.SUPERUSER, DataDirectory.secret(recovering));
            aftercare.takeCareOf(
                    new Recovered(server, backup, lastTransaction(server)),
                    recovering.directory().resolve(Backup.SEALS));
            if (archive != null) {
                announceTimeline(server, recovering.data().resolve("pg_wal"), archive);
            }
        } catch (SQLException failure) {
            throw new EmbeddedPostgresException(
                    "The recovered database does not answer: %s. Nothing has been restored."
                            .formatted(failure.getMessage()),
                    failure);
        } finally {
            postmaster.stop();
        }
    }

    private static @Nullable Path archive(Backup backup) {
        Path archive = new Backups(backup.folder().resolveSibling("")).archive();
        return Files.isDirectory(archive) ? archive : null;
    }

    /**
     * It goes along the backup's own timeline: what another restore made of the same backup is another course of events. All
     * settings are the command line's, so none is left for a later start; PostgreSQL itself removes the signal.
     */
    private Postmaster start(Home recovering, Programs programs, @Nullable Path archive) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-c",
                "hot_standby=off",
                "-c",
                "restore_command=" + (archive == null ? "false" : restoreCommand(archive)),
                "-c",
                "recovery_target_timeline=current"));
        if (at != null) {
            options.addAll(
                    List.of("-c", "recovery_target_time=" + TARGET.format(at), "-c", "recovery_target_action=promote"));
        }
        try {
            return Postmaster.start(recovering, programs, options, UNTIL_RECOVERED, progress);
        } catch (EmbeddedPostgresException failure) {
            String words = String.valueOf(failure.getMessage());
            throw words.contains("recovery ended before configured recovery target was reached")
                    ? notReached(words, failure)
                    : failure;
        }
    }

    /** For the shell; a percent sign means something to PostgreSQL. */
    static String restoreCommand(Path archive) {
        return "cp '%s'/%%f \"%%p\""
                .formatted(archive.toString().replace("%", "%%").replace("'", "'\\''"));
    }

    private EmbeddedPostgresException notReached(String words, EmbeddedPostgresException failure) {
        Matcher last = LAST_TRANSACTION.matcher(words);
        return new EmbeddedPostgresException(
                "The state of %s cannot be had: the last change that was archived is of %s. Name an earlier instant, or none to have all that there is; nothing has been restored."
                        .formatted(at, last.find() ? last.group(1) + "T" + last.group(2) + "Z" : "the backup"),
                failure);
    }

    private static @Nullable Instant lastTransaction(Endpoint server) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_last_xact_replay_timestamp()")) {
            row.next();
            @Nullable OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
            return last == null ? null : last.toInstant();
        }
    }

    /** So that the next restore of the same backup takes another number, and neither archives in the other's names. */
    private void announceTimeline(Endpoint server, Path wal, Path archive) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int")) {
            row.next();
            String history = WalSegments.history(row.getInt(1));
            Files.copy(wal.resolve(history), archive.resolve(history));
        } catch (IOException failure) {
            progress.accept(
                    "%s cannot be written (%s): have the restored database backed up to another folder than this one."
                            .formatted(archive, failure));
        }
    }
}
