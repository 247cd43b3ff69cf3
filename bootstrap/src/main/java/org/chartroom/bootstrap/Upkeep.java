package org.chartroom.bootstrap;

import java.io.UncheckedIOException;
import java.time.Duration;
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
    private final SessionUpkeep sessions;
    private final AnswerUpkeep answers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("upkeep").factory());
    private volatile boolean running;

    Upkeep(Sealing sealing, SessionUpkeep sessions, AnswerUpkeep answers) {
        this.sealing = sealing;
        this.sessions = sessions;
        this.answers = answers;
    }

    @Override
    public void start() {
        running = true;
        every(SEALING, new Told("sealing the audit trail", this::seal));
        every(REMOVING, new Told("removing ended sessions", sessions::removeEnded));
        every(REMOVING, new Told("removing old answers", answers::removeOld));
    }

    private void seal() {
        if (!sealing.seal())
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
    private static final class Told implements Runnable {

        private final String name;
        private final Runnable task;
        private boolean failing;

        Told(String name, Runnable task) {
            this.name = name;
            this.task = task;
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
            return isOurs || failure instanceof UncheckedIOException
                    ? String.valueOf(failure.getMessage())
                    : failure.getClass().getName();
        }
    }
}
