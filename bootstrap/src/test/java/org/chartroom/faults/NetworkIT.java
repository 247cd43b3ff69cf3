package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.chartroom.bootstrap.PostgresProxy.Listener;
import org.chartroom.bootstrap.PostgresProxy.Message;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.faults.Probe.Sample;
import org.chartroom.http.Api;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the network does to what the application and its database tell each other. */
@Execution(ExecutionMode.CONCURRENT)
class NetworkIT {

    /** A request asks the pool twice, for whose it is and for what it does. */
    private static final Duration POOLS_LIMIT = Duration.ofSeconds(4);

    private static final Duration SOON = Duration.ofSeconds(10);

    /** Of a server without settings. */
    private static final int POOL = 10;

    /** More than that many threads or connections are no chance. */
    private static final int FEW = 16;

    @Test
    void acrossABlackHoleNobodyWaitsForLongAndAfterwardsAllIsWell() throws Exception {
        var fault = "database in a black hole";
        var isThere = new AtomicBoolean(true);
        var hole = new Listener() {
            @Override
            public void asked(Message message) {
                while (!isThere.get()) LockSupport.parkNanos(10_000_000);
            }

            @Override
            public void answered(Message message) {
                asked(message);
            }
        };
        try (var proxy = TestServer.proxy(() -> hole);
                var node = Node.over(TestServer.environment("faults_black_hole", proxy))
                        .serving()) {
            var token = node.signIn(1).getFirst();
            var probes = IntStream.range(0, 40)
                    .mapToObj(_ -> Probe.of(node, token, "/api/patients?limit=1"))
                    .toList();
            await().until(() -> probes.stream().allMatch(probe -> probe.since(0).size() > 3));
            var threads = node.system("Threads");
            var open = node.open();

            isThere.set(false);
            var begin = System.nanoTime();
            Pause.of(Duration.ofSeconds(Figures.times(20, 60)));
            var threadsAtItsEnd = node.system("Threads");
            var openAtItsEnd = node.open();
            var alive = node.get("", "/actuator/health/liveness").statusCode();
            var end = System.nanoTime();
            isThere.set(true);
            await().until(() -> probes.stream().allMatch(probe -> lastOf(probe).status() == 200));
            var meanwhile = probes.stream()
                    .flatMap(probe -> probe.since(begin).stream())
                    .filter(sample -> sample.end() < end)
                    .toList();
            var again = probes.stream()
                    .map(probe -> probe.untilServedAgain(end))
                    .max(Duration::compareTo)
                    .orElseThrow();
            probes.forEach(Probe::close);
            await().untilAsserted(() -> assertThat(backends()).isLessThanOrEqualTo(POOL + 1));

            assertThat(meanwhile).isNotEmpty().allMatch(sample -> sample.status() == 503 && sample.comeBack());
            assertThat(threadsAtItsEnd).isLessThanOrEqualTo(threads + FEW);
            assertThat(openAtItsEnd).isLessThanOrEqualTo(open + FEW);
            assertThat(alive).isEqualTo(200);
            Figures.tell(
                    fault,
                    "%d s, 40 clients, %d answers, all of them 503; threads before %d, at its end %d; open files and connections before %d, at its end %d"
                            .formatted(
                                    Figures.times(20, 60),
                                    meanwhile.size(),
                                    threads,
                                    threadsAtItsEnd,
                                    open,
                                    openAtItsEnd));
            Figures.tell(fault, "the slowest answer after", Probe.slowest(meanwhile), POOLS_LIMIT);
            Figures.tell(fault, "all clients served again within", again, SOON);
        }
    }

    private static Sample lastOf(Probe probe) {
        return probe.since(0).getLast();
    }

    private static long backends() {
        return TestServer.admin("postgres")
                .sql("select count(*) from pg_stat_activity where datname = 'faults_black_hole'")
                .query(Long.class)
                .single();
    }

    @Test
    void whoeverIsCutOffBetweenCommitAndItsAnswerAsksAgainAndFindsWhatTheyDidOnce() throws Exception {
        var armed = new AtomicBoolean();
        var scissors = new Listener() {
            @Override
            public void answered(Message message) throws IOException {
                if (message.type() == 'C' && message.text(0).equals("COMMIT") && armed.compareAndSet(true, false))
                    throw new IOException("cut");
            }
        };
        var cuts = 200;
        TestServer.database("faults_commit");
        try (var proxy = TestServer.proxy(() -> scissors)) {
            var api = Api.over(TestServer.existing("faults_commit", proxy)).asNewProvider();
            for (var cut = 1; cut <= cuts; cut++) {
                var key = UUID.randomUUID().toString();
                var ada = Api.minimalPatient().put("notes", key).toString();
                armed.set(true);
                var first = post(api, key, ada);
                var second = post(api, key, ada);

                assertThat(first.status()).as(first.body()).isEqualTo(503);
                assertThat(first.header("Retry-After")).isNotEmpty();
                assertThat(second.status()).as(second.body()).isEqualTo(201);
                assertThat(ids(key)).isEqualTo(second.id());
            }
            api.stop();
        }
        Figures.tell("connection cut between COMMIT and its answer", "%d of %d found once".formatted(cuts, cuts));
    }

    private static Answer post(Api api, String key, String body) {
        return api.send(api.request("/api/patients")
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key));
    }

    private static String ids(String key) {
        return TestServer.admin("faults_commit")
                .sql("select string_agg(id::text, ', ') from clinic.patient where notes = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }
}
