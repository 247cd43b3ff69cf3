package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DatabaseAwayHttpIT {

    private static final Api API = Api.withDemo("http_database_away");

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void whileTheDatabaseIsAwayRequestsAreToldToComeBackAndAfterwardsAllIsWell() {
        var before = API.get("/api/patients");

        databaseIsThere(false);
        var meanwhile = API.get("/api/patients");
        var written = API.post("/api/patients", Api.minimalPatient());
        var alive = API.get("/actuator/health/liveness");
        var ready = API.get("/actuator/health/readiness");
        databaseIsThere(true);

        assertThat(before.status()).isEqualTo(200);
        assertThat(meanwhile.status()).isEqualTo(503);
        assertThat(meanwhile.code()).isEqualTo("temporarily-unavailable");
        assertThat(meanwhile.header("Retry-After")).isEqualTo("5");
        assertThat(written.status()).isEqualTo(503);
        assertThat(alive.status()).isEqualTo(200);
        assertThat(ready.status()).isEqualTo(503);
        await().untilAsserted(() -> assertThat(API.get("/api/patients").body()).isEqualTo(before.body()));
    }

    @Test
    void whileTheDatabaseIsAwayEveryOperationIsToldToComeBack() throws InterruptedException {
        databaseIsThere(false);
        var answers = everyOperation();
        databaseIsThere(true);

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("temporarily-unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        });
        await().untilAsserted(
                        () -> assertThat(API.get("/api/patients").status()).isEqualTo(200));
    }

    @Test
    void whenTheTablesAreNotWhatTheyShouldBeEveryOperationSaysThatItIsOurFault() throws InterruptedException {
        var tables = TestServer.admin("http_database_away");
        tables.sql("alter schema access rename to elsewhere").update();
        var answers = everyOperation();
        tables.sql("alter schema elsewhere rename to access").update();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo("internal-error");
            assertThat(answer.json().path("requestId").stringValue()).isEqualTo(answer.header("X-Request-Id"));
            assertThat(answer.body()).doesNotContain("relation", "SQL", "org.");
        });
    }

    /** All at once: each waits for a connection as long as it is given. */
    private static List<Answer> everyOperation() throws InterruptedException {
        var requests = Contract.OPERATIONS.stream()
                .map(operation -> EveryOperationHttpIT.request(API, operation))
                .toList();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            return clients
                    .invokeAll(requests.stream()
                            .map(request -> (Callable<Answer>) () -> API.send(request))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static void databaseIsThere(boolean there) {
        var server = TestServer.admin("postgres");
        server.sql("alter database http_database_away with allow_connections " + there)
                .update();
        if (!there)
            server.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'http_database_away'")
                    .query((_, _) -> 0)
                    .list();
    }
}
