package org.chartroom.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.UUID;
import org.chartroom.bootstrap.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who reads what the server tells of itself, and what of patients is in it: nothing. A request is counted when the server
 * is done with it, and a client may have the whole answer a moment before that; so what is counted is waited for.
 */
class MetricsHttpIT {

    private static final String DATABASE = "http_metrics";

    private static final Api SERVER = Api.withDemo(DATABASE, Scrape.SETTING);

    private static final String SEALING = "chartroom_upkeep_failing{task=\"sealing the audit trail\"}";

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void whoBearsTheTokenReadsThem() {
        var answer = Scrape.ask(SERVER, "Bearer " + Scrape.TOKEN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain;version=0.0.4");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("# TYPE http_server_requests_seconds histogram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer the-metrics-are-for-the-operator-alonf",
                "Bearer the-metrics-are-for-the-operator-alon",
                "Bearer the-metrics-are-for-the-operator-alone-",
                "Bearer ",
                "Bearer",
                "the-metrics-are-for-the-operator-alone",
                "Basic the-metrics-are-for-the-operator-alone"
            })
    void whoBearsAnotherDoesNot(String authorization) {
        var refused = Scrape.ask(SERVER, authorization);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void whoIsSignedInIsNobodyHere() {
        assertThat(SERVER.get("/api/me").status()).isEqualTo(200);
        assertThat(SERVER.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(SERVER.anonymous().get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/patients",
        "GET,  /api/me",
        "POST, /api/auth/logout",
        "POST, /actuator/prometheus",
        "HEAD, /actuator/prometheus",
        "GET,  /actuator/prometheus/x",
        "GET,  /actuator",
        "GET,  /actuator/env",
        "GET,  /actuator/metrics",
        "GET,  /actuator/heapdump"
    })
    void theTokenOpensNothingElse(String method, String path) {
        var nobody = SERVER.anonymous();

        var refused = nobody.send(nobody.request(path)
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + Scrape.TOKEN));

        assertThat(refused.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/metrics", "/actuator/heapdump", "/actuator/sbom"})
    void nothingMoreIsToldToWhoIsSignedIn(String path) {
        assertThat(SERVER.get(path).status()).isEqualTo(404);
    }

    @Test
    void whereThereIsNoTokenThereAreNone() {
        var without = Api.demo();

        assertThat(without.get("/actuator/prometheus").status()).isEqualTo(404);
        assertThat(without.anonymous().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(Scrape.ask(without, "Bearer ").status()).isEqualTo(401);
        assertThat(Scrape.ask(without, "Bearer " + Scrape.TOKEN).status()).isEqualTo(401);
        assertThat(without.beans(MeterRegistry.class)).isEmpty();
        assertThat(without.beans(ObservationRegistry.class)).isEmpty();
    }

    @Test
    void requestsAreCountedByTheirRouteAndNotByTheirPath() {
        var patient = SERVER.newPatient();
        var before = Scrape.of(SERVER);

        SERVER.get("/api/patients/" + patient + "?name=Okafor");
        SERVER.get("/api/patients/" + UUID.randomUUID());
        SERVER.anonymous().delete("/api/patients/" + patient);

        await().untilAsserted(() -> {
            var after = Scrape.of(SERVER);
            assertThat(after.requests("GET", "/api/patients/{id}", 200))
                    .isEqualTo(before.requests("GET", "/api/patients/{id}", 200) + 1);
            assertThat(after.requests("GET", "/api/patients/{id}", 404))
                    .isEqualTo(before.requests("GET", "/api/patients/{id}", 404) + 1);
            assertThat(after.requests("DELETE", "NONE", 401)).isEqualTo(before.requests("DELETE", "NONE", 401) + 1);
            assertThat(after.text()).doesNotContain(patient, "Okafor");
        });
    }

    @Test
    void whatLeadsNowhereIsOneKindHoweverItIsCalled() {
        var before = Scrape.of(SERVER);

        SERVER.get("/api/okafor/ada");
        SERVER.get("/okafor");
        var refused = SERVER.send(SERVER.request("/api/patients").method("OKAFOR", BodyPublishers.noBody()))
                .status();

        await().untilAsserted(() -> {
            var after = Scrape.of(SERVER);
            assertThat(after.requests("GET", "NONE", 404)).isEqualTo(before.requests("GET", "NONE", 404) + 2);
            assertThat(after.requests("OTHER", "NONE", refused))
                    .isEqualTo(before.requests("OTHER", "NONE", refused) + 1);
            assertThat(after.text()).doesNotContainIgnoringCase("okafor");
        });
    }

    @Test
    void whatIsNoRequestIsCountedLikeAnyOther() throws IOException {
        var before = Scrape.of(SERVER);

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.getOutputStream().write("NONSENSE\r\n\r\n".getBytes(US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }

        await().untilAsserted(() -> assertThat(Scrape.of(SERVER).requests("OTHER", "NONE", 400))
                .isEqualTo(before.requests("OTHER", "NONE", 400) + 1));
    }

    @Test
    void whileTheDatabaseIsAwayTheyAreToldAsWell() {
        var database = TestServer.admin("postgres");
        database.sql("alter database http_metrics with allow_connections false").update();
        try {
            database.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'http_metrics'")
                    .query((_, _) -> 0)
                    .list();

            assertThat(SERVER.get("/api/patients").status()).isEqualTo(503);
            await().untilAsserted(() ->
                    assertThat(Scrape.of(SERVER).requests("GET", "NONE", 503)).isPositive());
        } finally {
            database.sql("alter database http_metrics with allow_connections true")
                    .update();
        }
        await().untilAsserted(
                        () -> assertThat(SERVER.get("/api/patients").status()).isEqualTo(200));
    }

    @Test
    void theTablesVersionIsTold() {
        var newest = TestServer.admin(DATABASE)
                .sql("select max(version::int) from flyway.schema_history")
                .query(Integer.class)
                .single();

        assertThat(Scrape.of(SERVER).value("chartroom_schema_version")).isEqualTo(newest.doubleValue());
    }

    @Test
    void sealingIsBehindAsLongAsATransactionHoldsItUp() throws SQLException {
        try (var other = TestServer.connect(DATABASE)) {
            other.setAutoCommit(false);
            try (var transaction = other.createStatement()) {
                transaction.execute("select pg_current_xact_id()");
            }
            SERVER.get("/api/patients");
            TestServer.admin(DATABASE).sql("""
                            update audit.event
                               set recorded_at = recorded_at - interval '1 hour'
                             where id > coalesce((select max(last_event) from audit.seal), 0)
                            """).update();

            await().untilAsserted(() -> assertThat(lag()).isGreaterThan(3600));
            other.rollback();
        }
        // two turns of three seconds, the second after every transaction of the whole server: other tests have long
        // ones
        await().untilAsserted(() -> assertThat(lag()).isLessThan(60));
    }

    @Test
    void whatTheServerDoesByItselfIsFailingAsLongAsItFails() {
        assertThat(Scrape.of(SERVER).samples()).containsKey(SEALING);
        TestServer.admin(DATABASE).sql("alter table audit.chain rename to lost").update();
        await().untilAsserted(() -> assertThat(Scrape.of(SERVER).value(SEALING)).isEqualTo(1));

        TestServer.admin(DATABASE).sql("alter table audit.lost rename to chain").update();

        await().untilAsserted(() -> assertThat(Scrape.of(SERVER).value(SEALING)).isZero());
    }

    private static double lag() {
        return Scrape.of(SERVER).value("chartroom_audit_seal_lag_seconds");
    }
}
