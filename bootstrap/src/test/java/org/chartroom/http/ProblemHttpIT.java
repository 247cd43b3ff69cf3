package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemHttpIT {

    private final Api api = Api.demo();

    @Test
    void everyProblemSaysWhatItIsAndWhere() {
        var problem = api.get("/api/nothing").json();

        assertThat(problem.path("type").stringValue()).isEqualTo("/problems/not-found");
        assertThat(problem.path("title").stringValue()).isEqualTo("Not found");
        assertThat(problem.path("status").intValue()).isEqualTo(404);
        assertThat(problem.path("detail").stringValue()).isNotEmpty();
        assertThat(problem.path("instance").stringValue()).isEqualTo("/api/nothing");
        assertThat(problem.path("code").stringValue()).isEqualTo("not-found");
    }

    @Test
    void aMethodThatAResourceHasNotIsRefusedWithThoseThatItHas() {
        var refused = api.send(api.request("/api/patients").DELETE());

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.code()).isEqualTo("method-not-allowed");
        assertThat(refused.header("Allow").split(",\\s*")).contains("GET", "POST");
    }

    @Test
    void onlyJsonIsTaken() {
        var refused = api.send(api.request("/api/patients")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("unsupported-media-type");
        assertThat(refused.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void onlyJsonIsToBeHadAndEvenSoTheProblemIsTold() {
        var refused = api.send(
                api.request("/api/patients").header("Accept", "text/csv").GET());

        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.code()).isEqualTo("not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/patients/7", "/api/patients/7/chart", "/api/appointments/x", "/api/records/-"})
    void anIdThatIsNoneIsMalformed(String path) {
        var refused = api.get(path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
        assertThat(refused.errors()).containsEntry("id", "malformed");
    }

    @Test
    void healthIsToldToAnybodyAndNothingElse() {
        assertThat(api.anonymous().get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(api.anonymous().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(api.anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(api.anonymous().get("/actuator/env").status()).isEqualTo(401);
        assertThat(api.get("/actuator/beans").status()).isEqualTo(404);
        assertThat(api.get("/actuator/sbom/application").status()).isEqualTo(404);
    }
}
