package org.chartroom.bootstrap;

import static java.util.Objects.requireNonNullElse;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.chartroom.audit.application.Sealing;
import org.chartroom.idempotency.application.AnswerUpkeep;
import org.chartroom.provider.application.SessionUpkeep;
import org.springframework.context.SmartLifecycle;

/** What the server does by itself, while it serves, on one thread: a task that is late delays the next, and no request. */
final class Upkeep implements SmartLifecycle {

    private static final Log LOG = LogFactory.getLog(Upkeep.class);

    /** Two of these, and the time of a transaction, are how long an event stays unsealed. */
    private static final Duration SEALING = Duration.ofSeconds(3);

    private static final Duration REMOVING = Duration.ofMinutes(10);

    private final Sealing sealing;
    private final Task seal = new Task("sealing the audit trail", this::seal);
    private final Task endedSessions;
    private final Task oldAnswers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("upkeep").factory());
    private volatile boolean running;

    /** By the clock of {@link System#nanoTime}: no event of before is unsealed. */
    private volatile long sealedUntil = System.nanoTime();

    Upkeep(Sealing sealing, SessionUpkeep sessions, AnswerUpkeep answers) {
        this.sealing = sealing;
        endedSessions = new Task("removing ended sessions", sessions::removeEnded);
        oldAnswers = new Task("removing old answers", answers::removeOld);
    }

    @Override
    public void start() {
        running = true;
        every(SEALING, seal);
        every(REMOVING, endedSessions);
        every(REMOVING, oldAnswers);
    }

    List<Task> tasks() {
        return List.of(seal, endedSessions, oldAnswers);
    }

    /**
     * How far sealing is behind: how long ago it was, as far as anybody could look, that every event was sealed. So it grows
     * where sealing fails, and where it hangs or the database is away as well.
     */
    Duration sealLag() {
        return Duration.ofNanos(System.nanoTime() - sealedUntil);
    }

    private void seal() {
        var fits = sealing.seal();
        var looked = System.nanoTime();
        sealedUntil = looked - sealing.lag().toNanos();
        if (!fits)
            throw new IllegalStateException(
                    "the file of seals does not fit the database; run chartroom audit verify, and see docs/operations.md");
    }

    private void every(Duration interval, Runnable task) {
        var _ = thread.scheduleWithFixedDelay(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A task whose failure is told once, until it succeeds again; the next turn tries again. */
    static final class Task implements Runnable {

        private final String name;
        private final Runnable task;
        private volatile boolean failing;

        Task(String name, Runnable task) {
            this.name = name;
            this.task = task;
        }

        String name() {
            return name;
        }

        boolean isFailing() {
            return failing;
        }

        @Override
        public void run() {
            try {
                task.run();
                if (failing) LOG.info(name + " works again");
                failing = false;
            } catch (RuntimeException | Error failure) { // whatever it is: a task that throws gets no other turn
                if (!failing) LOG.error(name + " fails and will be tried again: " + words(failure));
                failing = true;
            }
        }

        /** Our own words and the file system's, else the kind alone: a database's may quote a row. */
        private static String words(Throwable failure) {
            var isOurs = failure instanceof IllegalStateException && failure.getCause() == null;
            var words = isOurs || failure instanceof UncheckedIOException ? failure.getMessage() : null;
            return requireNonNullElse(words, failure.getClass().getName());
        }
    }
}
