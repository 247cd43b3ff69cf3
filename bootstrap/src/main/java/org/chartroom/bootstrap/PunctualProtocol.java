package org.chartroom.bootstrap;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, in which the head of a request has to be there within a time. Tomcat itself counts the time since the
 * last byte, so that a client who sends one now and then would keep a connection for hours.
 */
public final class PunctualProtocol extends Http11NioProtocol {

    private static final long NANOSECONDS_FOR_A_HEAD = TimeUnit.SECONDS.toNanos(15);
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("punctuality").factory());

    @Override
    public void start() throws Exception {
        super.start();
        var _ = thread.scheduleWithFixedDelay(
                this::closeLate, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        thread.shutdown();
        super.stop();
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
