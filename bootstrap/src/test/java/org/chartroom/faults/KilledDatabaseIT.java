package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Home;
import org.chartroom.faults.Probe.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code kill -9} of PostgreSQL under a living application, which has to go on by itself. */
@Execution(ExecutionMode.CONCURRENT)
class KilledDatabaseIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void theEmbeddedDatabaseIsStartedAgainAndNothingIsLost() throws Exception {
        var home = new Home(folder.resolve("home"), TestServer.BINARIES, null);
        try (var node = Node.embedded(home.directory()).serving()) {
            outlives("kill -9 of PostgreSQL, embedded", node, home);
        }
    }

    @Test
    void anotherDatabaseIsFoundAgainWhenSomebodyHasStartedItAndNothingIsLost() throws Exception {
        var home = new Home(folder.resolve("home"), TestServer.BINARIES, null);
        try (var server = EmbeddedPostgres.start(home, _ -> {})) {
            var database = Map.of(
                    "SPRING_DATASOURCE_URL", server.endpoint().jdbcUrl(EmbeddedPostgres.DATABASE),
                    "SPRING_DATASOURCE_USERNAME", server.endpoint().user(),
                    "SPRING_DATASOURCE_PASSWORD", server.endpoint().password(),
                    "CHARTROOM_AUDIT_SEALS", folder.resolve("seals").toString());
            try (var node = Node.over(database).serving()) {
                outlives("kill -9 of PostgreSQL, external", node, home);
            }
        }
    }

    private void outlives(String fault, Node node, Home home) throws Exception {
        var tokens = node.signIn(Figures.times(1, 4));
        var kills = Figures.times(1, 5);
        var backs = new ArrayList<Duration>();
        var meanwhile = new ArrayList<Sample>();
        try (var ledger = new Ledger(folder.resolve("ledger"));
                var clients = new Clients(ledger, tokens, node.base());
                var reads = Probe.of(node, tokens.getFirst(), "/api/patients?limit=1");
                var alive = Probe.of(node, "", "/actuator/health/liveness");
                var ready = Probe.of(node, "", "/actuator/health/readiness")) {
            clients.start(Figures.times(100, 300));
            for (var kill = 0; kill < kills; kill++) {
                var before = System.nanoTime();
                await().until(served(ready, before));
                var begin = System.nanoTime();
                var aside = folder.resolve("pg_control");
                Files.move(control(home), aside); // without which no start succeeds
                postmaster(home).destroyForcibly();
                await().until(() -> !answers(home));
                var away = System.nanoTime();
                await().until(() -> ready.has(away, 503) && reads.has(away, 503));
                Pause.of(Duration.ofSeconds(
                        Figures.times(1, 15))); // the longer it is away, the less often a pool looks for it
                assertThat(reads.since(away)).extracting(Sample::status).containsOnly(503);
                Files.move(aside, control(home));
                await().pollInterval(Duration.ofMillis(20)).until(() -> answers(home));
                var accepts = System.nanoTime();
                await().until(served(reads, accepts));
                backs.add(reads.untilServedAgain(accepts));
                meanwhile.addAll(reads.since(begin));
                await().until(served(ready, accepts));
            }
            clients.finish();
            var oracle = new Oracle(Node.superuser(home.directory()), ledger.lines());

            assertThat(clients.answers().keySet()).as("%s", clients).isSubsetOf(200, 201, 204, 503);
            assertThat(clients.unanswered()).as("requests without an answer").isZero();
            assertThat(clients.withoutRetryAfter()).isZero();
            assertThat(meanwhile).extracting(Sample::status).isSubsetOf(200, 503);
            assertThat(ready.since(0)).extracting(Sample::status).isSubsetOf(200, 503);
            assertThat(alive.since(0)).extracting(Sample::status).containsOnly(200);
            assertThat(oracle.complaints()).isEmpty();
            assertThat(node.run("audit", "verify").output()).contains("The audit trail is sound");
            Figures.tell(
                    fault,
                    "%d kills, %d writes acknowledged, %d answers 503: 0 lost, 0 other answers"
                            .formatted(kills, oracle.acknowledged(), clients.answered(503)));
            Figures.tell(fault, "the slowest 503 after", longer(Probe.slowest(meanwhile), clients.slowest503()), SOON);
            Figures.tell(fault, "serving again, after the database accepts, within", longest(backs), SOON);
        }
    }

    private static Callable<Boolean> served(Probe probe, long since) {
        return () -> probe.has(since, 200);
    }

    private static boolean answers(Home home) {
        return EmbeddedPostgres.running(home).isPresent();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration longest(List<Duration> durations) {
        return durations.stream().max(Duration::compareTo).orElseThrow();
    }

    private static Path control(Home home) {
        return home.directory().resolve("data/global/pg_control");
    }

    static ProcessHandle postmaster(Home home) throws Exception {
        var file = home.directory().resolve("data/postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
    }
}
