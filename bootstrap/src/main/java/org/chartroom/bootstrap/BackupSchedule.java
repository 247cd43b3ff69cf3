package org.chartroom.bootstrap;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.chartroom.bootstrap.embedded.Backups;
import org.chartroom.bootstrap.embedded.EmbeddedPostgresException;
import org.chartroom.bootstrap.embedded.Endpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Backs the embedded database up each day, on a thread of its own: it takes long. A backup that was due while no server ran
 * is made up for soon after the start.
 */
final class BackupSchedule implements SmartLifecycle {

    private static final Log LOG = LogFactory.getLog(BackupSchedule.class);

    private static final Duration AFTER_START = Duration.ofSeconds(5);
    private static final Duration LOOKING = Duration.ofMinutes(1);

    /** Before what failed is tried again: it may have filled the disk, and then fills it once more. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final ClinicBackups backups;
    private final Clock clock;
    private final LocalTime at;
    private final int keep;
    private final @Nullable Path directory;
    private final @Nullable Endpoint server;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backup").factory());
    private final List<Upkeep.Task> tasks = List.of(
            new Upkeep.Task("archiving for backups", this::lookAtArchive),
            new Upkeep.Task("backing up", this::backUpIfDue));
    private @Nullable IllegalStateException failed;
    private Instant again = Instant.MIN;
    private volatile boolean running;

    /** @throws RefusedSetting when the settings cannot be worked with, or are those of another database than the embedded one */
    BackupSchedule(ClinicDatabase database, ClinicBackups backups, ClinicSettings.Backup settings, Clock clock) {
        if (!settings.directory().isBlank() && !database.isEmbedded())
            throw new RefusedSetting(
                    "chartroom.backup.directory (CHARTROOM_BACKUP_DIRECTORY) is for the embedded database, and SPRING_DATASOURCE_URL names one of your own. Back that up by its own tools (docs/operations.md, section Backups), and leave the setting out.");
        this.backups = backups;
        this.clock = clock;
        at = settings.time();
        keep = settings.kept();
        directory = settings.directory().isBlank()
                ? null
                : Path.of(settings.directory()).toAbsolutePath();
        server = database.server();
    }

    /** When the newest finished backup began: so old is what one would have by it alone. Empty where none can be read. */
    Optional<Instant> newest() {
        try {
            return directory == null ? Optional.empty() : new Backups(directory).newest();
        } catch (EmbeddedPostgresException missing) {
            return Optional.empty();
        }
    }

    @Override
    public void start() {
        running = true;
        if (directory == null || server == null) return;
        tasks.forEach(this::every);
    }

    /** What it does, if it has anything to do. */
    List<Upkeep.Task> tasks() {
        return directory == null ? List.of() : tasks;
    }

    private void every(Runnable task) {
        var _ = thread.scheduleWithFixedDelay(task, AFTER_START.toMillis(), LOOKING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void backUpIfDue() {
        var now = clock.instant();
        if (directory == null) return;
        if (failed != null && now.isBefore(again)) throw failed; // so that nobody is told that it works again
        try {
            var there = new Backups(directory);
            if (isDue(there.newest().orElse(Instant.MIN), now, at, clock.getZone())) {
                var backup = backups.take(directory, _ -> {});
                var removed = there.keepNewest(keep);
                LOG.info("Backed up to %s, %d MB; %d older ones removed"
                        .formatted(backup.folder(), backup.size() >> 20, removed));
            }
            failed = null;
        } catch (EmbeddedPostgresException failure) {
            failed = new IllegalStateException(failure.getMessage());
            again = now.plus(PAUSE);
            throw failed;
        }
    }

    /** Whether none began since the last time of the day at which one was to. */
    static boolean isDue(Instant newest, Instant now, LocalTime at, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var last = today.atTime(at).atZone(zone).toInstant();
        if (last.isAfter(now)) last = today.minusDays(1).atTime(at).atZone(zone).toInstant();
        return newest.isBefore(last);
    }

    /** The server archives by itself and tells nobody but its own log when it cannot. */
    private void lookAtArchive() {
        if (directory == null || server == null) return;
        try {
            new Backups(directory).requireUsable();
        } catch (EmbeddedPostgresException missing) {
            throw new IllegalStateException(missing.getMessage());
        }
        var failing = JdbcClient.create(
                        new DriverManagerDataSource(server.jdbcUrl("postgres"), server.user(), server.password()))
                .sql("""
                        select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)
                          from pg_stat_archiver
                        """)
                .query(Boolean.class)
                .single();
        if (failing)
            throw new IllegalStateException(
                    "PostgreSQL cannot archive in %s, and what is not archived fills the disk of the records; server.log in CHARTROOM_HOME tells why"
                            .formatted(directory));
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
