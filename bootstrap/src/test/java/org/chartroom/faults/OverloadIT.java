package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.faults.Probe.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** More than a server can do at once: a lock that somebody holds, and ten times as many clients as keep it busy. */
@Execution(ExecutionMode.CONCURRENT)
class OverloadIT {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int ENOUGH = 64;
    private static final String DATABASE = "faults_overload";

    private static Node node;
    private static String token;

    @BeforeAll
    static void start() {
        Map<String, String> environment = new HashMap<>(TestServer.environment(DATABASE));
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx512m -XX:+UseSerialGC");
        node = Node.over(environment).serving();
        token = node.signIn(1).getFirst();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void whileALockIsHeldElsewhereWhoeverWaitsIsToldToComeBackAndHealthAnswers() throws Exception {
        var fault = "pool exhausted by a lock held elsewhere";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var crowd = new Crowd(threads, ENOUGH);
                var reads = Probe.of(node, token, "/api/patients?limit=1");
                var alive = Probe.of(node, "", "/actuator/health/liveness");
                var ready = Probe.of(node, "", "/actuator/health/readiness")) {
            var begin = System.nanoTime();
            try (var somebody = TestServer.connect(DATABASE);
                    var statement = somebody.createStatement()) {
                somebody.setAutoCommit(false);
                statement.execute("lock table clinic.patient in access exclusive mode");
                Pause.of(Duration.ofSeconds(Figures.times(1, 20)));
                // one that began before may have taken its five seconds first
                await().until(() -> reads.has(begin, 503));
                somebody.rollback();
            }
            var free = System.nanoTime();
            await().until(() -> reads.untilServedAgain(free).toMinutes() == 0);
            var meanwhile = reads.since(begin).stream()
                    .filter(sample -> sample.end() < free)
                    .toList();

            assertThat(meanwhile)
                    .extracting(Sample::status)
                    .isSubsetOf(200, 503)
                    .contains(503);
            assertThat(meanwhile).filteredOn(sample -> sample.status() == 503).allMatch(Sample::comeBack);
            assertThat(alive.since(begin)).isNotEmpty().allMatch(sample -> sample.status() == 200);
            assertThat(ready.since(begin)).extracting(Sample::status).isSubsetOf(200, 503);
            Figures.tell(fault, "liveness, the slowest answer after", Probe.slowest(alive.since(begin)), SOON);
            Figures.tell(fault, "the slowest 503 after", Probe.slowest(meanwhile), Duration.ofSeconds(8));
            Figures.tell(fault, "served again, after it was let go, within", reads.untilServedAgain(free), SOON);
            assertThat(crowd.other()).as("answers that are neither 200 nor 503").isZero();
        }
    }

    @Test
    void tenTimesAsManyClientsAreServedNearlyAsManyRequestsAndTheRestIsToldToComeBack() throws Exception {
        var fault = "10 x overload";
        var seconds = Figures.times(2, 20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var alive = Probe.of(node, "", "/actuator/health/liveness")) {
            double plateau;
            long before;
            long first;
            long last;
            double under;
            long told;
            var begin = System.nanoTime();
            try (var crowd = new Crowd(threads, ENOUGH)) {
                Pause.of(Duration.ofSeconds(seconds)); // warm
                plateau = crowd.servedIn(Duration.ofSeconds(seconds));
                before = node.liveHeap();
            }
            try (var crowd = new Crowd(threads, 10 * ENOUGH)) {
                Pause.of(Duration.ofSeconds(2));
                first = node.liveHeap();
                under = crowd.servedIn(Duration.ofSeconds(seconds));
                last = node.liveHeap();
                told = crowd.told();
                assertThat(crowd.other())
                        .as("answers that are neither 200 nor 503")
                        .isZero();
            }
            var over = System.nanoTime();
            try (var after = Probe.of(node, token, "/api/patients?limit=1")) {
                await().until(() -> after.untilServedAgain(over).toMinutes() == 0);
                assertThat(alive.since(begin)).isNotEmpty().allMatch(sample -> sample.status() == 200);
                Figures.tell(
                        fault,
                        "%d clients: %.0f requests/s; %d: %.0f, and %d answers 503"
                                .formatted(ENOUGH, plateau / seconds, 10 * ENOUGH, under / seconds, told));
                Figures.tell(fault, "of the plateau kept", under / plateau, 0.7);
                Figures.tell(fault, "served again, afterwards, within", after.untilServedAgain(over), SOON);
                var afterwards = node.liveHeap();
                Figures.tell(
                        fault,
                        "of a heap of 512 MiB live, with 64 clients %d MiB; with 640, at first %d MiB, at the end %d MiB; afterwards %d MiB; resident set %d MiB"
                                .formatted(before, first, last, afterwards, node.system("VmRSS") / 1024));
                Figures.tell(fault, "of the live heap at the end was there at first", (double) first / last, 0.9);
            }
        }
    }

    /** Clients that read without pause; whoever is told to come back waits a little. */
    private static final class Crowd implements AutoCloseable {

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final HttpRequest request = HttpRequest.newBuilder(URI.create(node.base() + "/api/patients?limit=10"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60))
                .build();
        private final AtomicBoolean closing = new AtomicBoolean();
        private final LongAdder served = new LongAdder();
        private final LongAdder told = new LongAdder();
        private final LongAdder other = new LongAdder();

        Crowd(ExecutorService threads, int clients) {
            for (var i = 0; i < clients; i++) threads.execute(this::read);
        }

        private void read() {
            try {
                while (!closing.get()) {
                    var status = http.send(request, BodyHandlers.discarding()).statusCode();
                    (status == 200 ? served : status == 503 ? told : other).increment();
                    if (status != 200) Pause.of(Duration.ofMillis(500));
                }
            } catch (IOException lost) {
                if (!closing.get()) other.increment();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        double servedIn(Duration time) throws InterruptedException {
            var before = served.sum();
            Pause.of(time);
            return served.sum() - before;
        }

        long told() {
            return told.sum();
        }

        long other() {
            return other.sum();
        }

        @Override
        public void close() {
            closing.set(true);
            http.shutdownNow();
        }
    }
}
