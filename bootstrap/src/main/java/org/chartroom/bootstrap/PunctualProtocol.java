package org.chartroom.bootstrap;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.chartroom.http.WholeAnswer;

/**
 * Tomcat's HTTP/1.1, in which the head of a request has to be there within a time, and whoever is served is answered before
 * connections are closed. Tomcat itself counts the time since the last byte, so that a client who sends one now and then would
 * keep a connection for hours; and Spring's graceful shutdown waits for requests that have reached a servlet, not for those
 * that have been read and wait for a thread.
 *
 * <p>Requests are served by a few threads of the system, among which Linux shares the cores out fairly; what comes beyond them
 * by those that Spring Boot gives, virtual ones, of which slow clients cannot take all. See docs/decisions/0037.
 */
public final class PunctualProtocol extends Http11NioProtocol {

    private static final long NANOSECONDS_FOR_A_HEAD = TimeUnit.SECONDS.toNanos(15);
    private static final long SECONDS_BETWEEN_LOOKS = 2;
    private static final long NANOSECONDS_TO_ANSWER_ALL = TimeUnit.SECONDS.toNanos(3);

    /** So long nobody is served before it is believed: what was just sent takes a moment to be noticed. */
    private static final long NANOSECONDS_OF_QUIET = TimeUnit.MILLISECONDS.toNanos(200);

    /** Three for each connection of the pool; beyond them most would only wait for one. */
    private static final int THREADS_OF_THE_SYSTEM = 32;

    private static final long SECONDS_TO_STAY_IDLE = 60;

    private static final int BYTES_OF_A_HEAD = 2_048;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("punctuality").factory());

    private final AtomicInteger served = new AtomicInteger();

    public PunctualProtocol() {
        // what waits to be sent whole has room for its head, too, in one write to the socket
        getEndpoint().getSocketProperties().setAppWriteBufSize(WholeAnswer.BYTES + BYTES_OF_A_HEAD);
    }

    @Override
    public void start() throws Exception {
        super.start();
        var _ = thread.scheduleWithFixedDelay(
                this::closeLate, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Override
    public void setExecutor(Executor beyond) {
        var threads = new ThreadPoolExecutor(
                0,
                THREADS_OF_THE_SYSTEM,
                SECONDS_TO_STAY_IDLE,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(true), // nobody waits for one, and each has its turn
                Thread.ofPlatform().daemon().name("request-", 1).factory(),
                (task, _) -> beyond.execute(task));
        super.setExecutor(task -> {
            served.incrementAndGet();
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    served.decrementAndGet();
                }
            });
        });
    }

    @Override
    public void stop() throws Exception {
        thread.shutdown();
        awaitQuiet();
        super.stop();
    }

    /** No connection is accepted any more, and a further request on one that is there is told to come back. */
    private void awaitQuiet() {
        var begin = System.nanoTime();
        var busy = begin;
        while (System.nanoTime() - busy < NANOSECONDS_OF_QUIET
                && System.nanoTime() - begin < NANOSECONDS_TO_ANSWER_ALL) {
            if (served.get() > 0) busy = System.nanoTime();
            LockSupport.parkNanos(NANOSECONDS_OF_QUIET / 20);
        }
    }

    private void closeLate() {
        getEndpoint().getConnections().stream().filter(PunctualProtocol::isLate).forEach(SocketWrapperBase::close);
    }

    /** A connection has its processor while it waits for the rest of a head, and neither before nor while it is served. */
    private static boolean isLate(SocketWrapperBase<?> connection) {
        if (!(connection.getCurrentProcessor() instanceof Processor waiting)) return false;
        var begin = waiting.getRequest().getStartTimeNanos();
        return begin >= 0 && System.nanoTime() - begin > NANOSECONDS_FOR_A_HEAD;
    }
}
