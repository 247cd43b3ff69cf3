package org.chartroom.bootstrap;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.chartroom.provider.application.SessionUpkeep;
import org.springframework.context.SmartLifecycle;

/** What the server does by itself, while it serves, on one thread: a task that is late delays the next, and no request. */
final class Upkeep implements SmartLifecycle {

    private static final Log LOG = LogFactory.getLog(Upkeep.class);
    private static final Duration SESSIONS = Duration.ofMinutes(10);

    private final SessionUpkeep sessions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("upkeep").factory());
    private volatile boolean running;

    Upkeep(SessionUpkeep sessions) {
        this.sessions = sessions;
    }

    @Override
    public void start() {
        running = true;
        every(SESSIONS, sessions::removeEnded);
    }

    /** Of a failure its kind is logged, not its words, which may quote a row; the next turn tries again. */
    private void every(Duration interval, Runnable task) {
        var _ = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException failure) {
                        LOG.warn("upkeep failed and will be tried again: "
                                + failure.getClass().getName());
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
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
}
