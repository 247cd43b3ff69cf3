package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class IdempotencyHttpIT {

    private static final String VISIT = """
            {"record": {"chiefComplaint": "Cough 🫀\\r\\n", "subjective": "", "objective": "", "assessment": "", "plan": ""},
             "vitalSigns": {"heartRate": 72}}""";

    private final Api api = Api.demo().asNewProvider();
    private final String key = "key-" + UUID.randomUUID();
    private final ObjectNode ada = Api.minimalPatient();

    @Test
    void aSecondTryIsAnsweredAsTheFirstWas() {
        var first = post(api, "/api/patients", key, ada());

        var second = post(api, "/api/patients", key, ada());

        assertThat(second.status()).isEqualTo(201);
        assertSameAnswer(second, first);
        assertThat(patientsOf(api)).isEqualTo(1);
    }

    @Test
    void aVisitIsWrittenUpOnce() {
        var path = "/api/appointments/" + api.newAppointment(api.newPatient()) + "/visit";

        var first = post(api, path, key, VISIT);
        var second = post(api, path, key, VISIT);

        assertThat(first.status()).isEqualTo(201);
        assertSameAnswer(second, first);
        assertThat(api.get(first.header("Location")).json())
                .isEqualTo(second.json().path("record"));
    }

    @Test
    void whatWasChangedSinceIsToldAsItWasCreated() {
        var booking = Api.booking(api.newPatient());
        var first = post(api, "/api/appointments", key, booking);
        api.put(first.header("Location") + "/status", "{\"status\": \"cancelled\"}");

        var second = post(api, "/api/appointments", key, booking);

        assertSameAnswer(second, first);
    }

    @Test
    void withoutAKeyEachRequestIsANewOne() {
        var patient = api.newPatient();

        assertThat(api.newAppointment(patient)).isNotEqualTo(api.newAppointment(patient));
    }

    @Test
    void aKeyThatCameWithAnotherBodyIsRefused() {
        post(api, "/api/patients", key, ada());

        var refused = post(api, "/api/patients", key, ada().put("lastName", "Lindqvist"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("idempotency-key-reused");
        assertThat(patientsOf(api)).isEqualTo(1);
    }

    @Test
    void aKeyThatCameWithAnotherPathIsRefused() {
        post(api, "/api/patients", key, ada());

        var refused = post(api, "/api/appointments", key, ada());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anotherProviderMayComeUponTheSameKey() {
        var lindqvist = Api.demo().asNewProvider();
        var okafors = post(api, "/api/patients", key, ada());

        var lindqvists = post(lindqvist, "/api/patients", key, ada());

        assertThat(lindqvists.status()).isEqualTo(201);
        assertThat(lindqvists.id()).isNotEqualTo(okafors.id());
    }

    @Test
    void aFailureIsNotRemembered() {
        var refused = post(api, "/api/patients", key, ada().put("sex", "unknown"));

        var registered = post(api, "/api/patients", key, ada());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("sex", "malformed");
        assertThat(registered.status()).isEqualTo(201);
    }

    @Test
    void aRefusalIsToldOnceItIsInTheAuditTrail() throws SQLException {
        var booking = Api.booking(UUID.randomUUID().toString());

        try (var blocker = TestServer.connect("http_demo");
                var client = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table audit.event in share mode");
            var refused = client.submit(() -> post(api, "/api/appointments", key, booking));
            await().until(IdempotencyHttpIT::anEventIsWaiting);
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> refused.get(300, TimeUnit.MILLISECONDS));
            blocker.rollback();

            assertThat(refused).succeedsWithin(1, TimeUnit.MINUTES).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.code()).isEqualTo("not-found");
                assertThat(eventsOf(answer, "not-found")).isEqualTo(1);
            });
        }
    }

    @Test
    void whatIsToldAgainIsInTheAuditTrail() {
        post(api, "/api/patients", key, ada());

        var again = post(api, "/api/patients", key, ada());

        assertThat(eventsOf(again, "success")).isEqualTo(1);
    }

    @Test
    void whoGaveThePatientAwayIsNotToldTheAnswerAgain() {
        var lindqvist = Api.demo().asNewProvider();
        var first = post(api, "/api/patients", key, ada());
        api.put(
                first.header("Location") + "/provider",
                first.header("ETag"),
                "{\"providerId\": \"" + lindqvist.myId() + "\"}");

        var second = post(api, "/api/patients", key, ada());

        assertThat(second.status()).isEqualTo(404);
        assertThat(second.header("Location")).isEmpty();
        assertThat(eventsOf(second, "not-found")).isEqualTo(1);
        assertThat(patientsOf(api)).isZero();
    }

    @Test
    void aDayLaterTheKeyIsForgotten() {
        post(api, "/api/patients", key, ada());
        TestServer.admin("http_demo")
                .sql("update idempotency.answer set answered_at = answered_at - interval '24 hours' where key = :key")
                .param("key", key)
                .update();

        var nextDay = post(api, "/api/patients", key, ada().put("lastName", "Lindqvist"));

        assertThat(nextDay.status()).isEqualTo(201);
        assertThat(patientsOf(api)).isEqualTo(2);
    }

    @Test
    void whatIsRememberedGoesWithThePatient() {
        var patient = post(api, "/api/patients", key, ada()).id();

        TestServer.admin("http_demo")
                .sql("delete from clinic.patient where id = :id::uuid")
                .param("id", patient)
                .update();

        assertThat(TestServer.admin("http_demo")
                        .sql("select count(*) from idempotency.answer where key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ofManyTriesAtOnceOneIsDoneAndAllAreAnsweredAlike() throws Exception {
        var register = (Callable<Answer>) () -> post(api, "/api/patients", key, ada());

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients
                    .invokeAll(IntStream.range(0, 40).mapToObj(_ -> register).toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertSameAnswer(answer, answers.getFirst()));
            assertThat(answers.getFirst().status()).isEqualTo(201);
        }
        assertThat(patientsOf(api)).isEqualTo(1);
    }

    @Test
    void severalNodesKnowTheSameKeys() throws Exception {
        var one = Api.withDemo("http_two_nodes");
        var two = Api.another("http_two_nodes").as(one);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = List.of(one, two);
            var answers = clients
                    .invokeAll(IntStream.range(0, 20)
                            .mapToObj(i -> (Callable<Answer>) () -> post(nodes.get(i % 2), "/api/patients", key, ada()))
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertSameAnswer(answer, answers.getFirst()));
        } finally {
            one.stop();
            two.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\ttab"})
    void aKeyThatIsNoKeyIsRefused(String malformed) {
        var refused = post(api, "/api/patients", malformed, ada());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("Idempotency-Key", "malformed");
        assertThat(patientsOf(api)).isZero();
    }

    @Test
    void aKeyHasAtMost128Characters() {
        assertThat(post(api, "/api/patients", "k".repeat(128), ada()).status()).isEqualTo(201);
        assertThat(post(api, "/api/patients", "k".repeat(129), ada()).status()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAKeyAsWell() {
        var refused = post(api, "/api/patients", key, ada().put("notes", "x".repeat(2 * 1024 * 1024)));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("too-large");
    }

    @Test
    void whoIsNotSignedInIsRefusedBeforeTheKeyIsLookedAt() {
        post(api, "/api/patients", key, ada());

        assertThat(post(api.anonymous(), "/api/patients", key, ada()).status()).isEqualTo(401);
    }

    private ObjectNode ada() {
        return ada.deepCopy();
    }

    private static Answer post(Api as, String path, String key, Object body) {
        return as.send(as.request(path)
                .POST(BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key));
    }

    private static void assertSameAnswer(Answer answer, Answer first) {
        assertThat(answer.body()).isEqualTo(first.body());
        assertThat(answer.status()).isEqualTo(first.status());
        for (var header : List.of("Location", "ETag", "Content-Type"))
            assertThat(answer.header(header)).isNotEmpty().isEqualTo(first.header(header));
    }

    private static int patientsOf(Api api) {
        return api.get("/api/patients?limit=100").json().path("items").size();
    }

    private static boolean anEventIsWaiting() {
        return TestServer.admin("http_demo").sql("""
                        select exists (
                            select from pg_locks where not granted and relation = 'audit.event'::regclass)
                        """).query(Boolean.class).single();
    }

    private static long eventsOf(Answer answer, String outcome) {
        return TestServer.admin("http_demo")
                .sql("select count(*) from audit.event where request_id = :request::uuid and outcome = :outcome")
                .param("request", answer.header("X-Request-Id"))
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }
}
