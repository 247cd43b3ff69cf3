package org.chartroom.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartroom.bootstrap.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A thousand clients that send a byte now and then, or take nothing of what they are sent. */
@Execution(ExecutionMode.CONCURRENT)
class SlowClientsIT {

    /** Of five in all. */
    private static final int SHARE = Figures.times(20, 200);

    private static final String FAULT = "%d slow clients".formatted(5 * SHARE);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void theyAreClosedAndNobodyElseWaits() throws Exception {
        try (var node = Node.over(TestServer.environment("faults_slow")).serving();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var token = node.signIn(1).getFirst();
            List<Callable<Closed>> clients = new ArrayList<>();
            for (var i = 0; i < SHARE * 2; i++)
                clients.add(() -> drips(node, "GET /api/patients HTTP/1.1\r\nX-Padding: "));
            for (var i = 0; i < SHARE * 2; i++)
                clients.add(() -> drips(node, """
                    POST /api/patients HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: application/json
                    Content-Length: 100000

                    {"notes": \"""".formatted(token).replace("\n", "\r\n")));
            for (var i = 0; i < SHARE; i++) clients.add(() -> takesNothing(node));

            try (var others = Probe.of(node, token, "/api/patients?limit=1")) {
                var began = System.nanoTime();
                var closed = threads.invokeAll(clients);
                var slowest = slowest(closed);
                var meanwhile = others.since(began);

                assertThat(slowest).as("the last one of them was closed after").isLessThan(PATIENCE);
                assertThat(meanwhile).isNotEmpty().allMatch(sample -> sample.status() == 200);
                assertThat(closed.subList(SHARE * 2, SHARE * 4))
                        .extracting(client -> client.resultNow().told())
                        .allMatch(told -> told.startsWith("HTTP/1.1 408") && told.contains("request-timeout"));
                Figures.tell(
                        FAULT,
                        "heads that drip, the last closed after",
                        slowest(closed.subList(0, SHARE * 2)),
                        HALF_A_MINUTE);
                Figures.tell(
                        FAULT,
                        "bodies that drip, the last closed after",
                        slowest(closed.subList(SHARE * 2, SHARE * 4)),
                        HALF_A_MINUTE);
                Figures.tell(
                        FAULT,
                        "takers of nothing, the last closed after",
                        slowest(closed.subList(SHARE * 4, clients.size())),
                        HALF_A_MINUTE);
                Figures.tell(FAULT, "p95 of the others", Probe.p95(meanwhile), A_SECOND);
            }
            node.program().sigterm();
            node.program().end();
        }
    }

    private static Duration slowest(List<Future<Closed>> clients) {
        return clients.stream()
                .map(client -> client.resultNow().after())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** How long the server puts up with a byte every two seconds. */
    private static Closed drips(Node node, String beginning) throws InterruptedException {
        var begin = System.nanoTime();
        var told = "";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            var out = socket.getOutputStream();
            out.write(beginning.getBytes(US_ASCII));
            while (age(begin).compareTo(PATIENCE) < 0 && told.isEmpty()) {
                out.write('a');
                Pause.of(Duration.ofSeconds(2));
                told = new String(
                        socket.getInputStream()
                                .readNBytes(socket.getInputStream().available()),
                        US_ASCII);
            }
        } catch (IOException closed) {
            // which is what it waited for
        }
        return new Closed(age(begin), told);
    }

    /** How long it puts up with somebody who asks for page after page and reads none. */
    private static Closed takesNothing(Node node) throws InterruptedException {
        var begin = System.nanoTime();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()));
            var out = socket.getOutputStream();
            for (var i = 0; i < 20; i++)
                out.write("GET /docs/openapi HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            while (age(begin).compareTo(PATIENCE) < 0) {
                Pause.of(Duration.ofSeconds(1));
                out.write("\r\n".getBytes(US_ASCII));
            }
        } catch (IOException closed) {
            // which is what it waited for
        }
        return new Closed(age(begin), "");
    }

    private static Duration age(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** @param told what it was answered, if anything */
    private record Closed(Duration after, String told) {}
}
