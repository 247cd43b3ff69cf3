package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chartroom.bootstrap.TestServer;
import org.junit.jupiter.api.Test;

/** A patient leaves the clinic's books. */
class DeletionHttpIT {

    private static final String VISIT = """
            {"record": {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "", "plan": "",
                        "symptoms": [{"name": "Cough"}, {"name": "Fever"}],
                        "prescriptions": [{"medication": "A", "dosage": "B", "frequency": "C", "duration": "D"}]},
             "vitalSigns": {"heartRate": 70}}
            """;

    private final Api okafor = Api.demo().asNewProvider();
    private final Api lindqvist = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();
    private final String path = "/api/patients/" + patient;

    @Test
    void theReceiptSaysWhatWentWithThePatient() {
        okafor.post(path + "/allergies", "{\"allergen\": \"Latex\", \"severity\": \"mild\"}");
        okafor.post(path + "/allergies", "{\"allergen\": \"Peanut\", \"severity\": \"mild\"}");
        okafor.post(path + "/chronic-conditions", "{\"condition\": \"Asthma\"}");
        var visit = okafor.newAppointment(patient);
        var record = okafor.post("/api/appointments/" + visit + "/visit", VISIT).header("Location");
        var shared = okafor.post(
                        "/api/appointments",
                        Api.booking(patient)
                                .put("providerId", lindqvist.myId())
                                .put("appointmentDate", "2026-03-03T09:30:00Z"))
                .id();

        var answer = okafor.delete(path, version());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"patientId": "%s",
                 "deleted": {"patients": 1, "allergies": 2, "chronicConditions": 1, "appointments": 2, "medicalRecords": 1,
                             "symptoms": 2, "prescriptions": 1, "vitalSigns": 1, "signatures": 0, "addenda": 0, "proposals": 0,
                             "rowVersions": 15}}
                """.formatted(patient));
        for (var api : new Api[] {okafor, lindqvist})
            for (var gone : new String[] {path, path + "/chart", "/api/appointments/" + visit, record})
                assertThat(api.get(gone).status()).isEqualTo(404);
        assertThat(lindqvist.get("/api/appointments/" + shared).status()).isEqualTo(404);
        assertThat(lindqvist
                        .get("/api/patients?shared=true")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(okafor.delete(path, "\"1\"").status()).isEqualTo(404);
    }

    @Test
    void theTrailTellsWhoDeletedWhom() {
        var answer = okafor.delete(path, version());

        assertThat(TestServer.admin("http_demo")
                        .sql(
                                "select action || ' ' || kind || ' ' || object_id from audit.event where request_id = :request::uuid")
                        .param("request", answer.header("X-Request-Id"))
                        .query(String.class)
                        .list())
                .containsExactly("delete patient " + patient);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotDeletedUnseen() {
        var seen = version();
        okafor.post(path + "/allergies", "{\"allergen\": \"Latex\", \"severity\": \"mild\"}");

        var refused = okafor.delete(path, seen);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("stale-version");
        assertThat(refused.header("ETag")).isEqualTo(version()).isNotEqualTo(seen);
        assertThat(okafor.send(okafor.request(path).DELETE()).status()).isEqualTo(428);
        assertThat(okafor.get(path).status()).isEqualTo(200);
    }

    @Test
    void aColleagueDoesNotDeleteThePatientAndAStrangerFindsNobody() {
        assertThat(lindqvist.delete(path, version()).status()).isEqualTo(404);
        okafor.post("/api/appointments", Api.booking(patient).put("providerId", lindqvist.myId()));

        var refused = lindqvist.delete(path, version());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(okafor.get(path).status()).isEqualTo(200);
    }

    @Test
    void whoIsNotThereIsNotDeleted() {
        assertThat(okafor.delete("/api/patients/" + UUID.randomUUID(), "\"1\"").status())
                .isEqualTo(404);
        assertThat(okafor.delete("/api/patients/x", "\"1\"").status()).isEqualTo(400);
    }

    @Test
    void whoWasDeletedIsRegisteredAgainWithoutAQuestion() {
        var person = Api.minimalPatient();
        var registered = okafor.post("/api/patients", person);
        okafor.delete(registered.header("Location"), registered.header("ETag"));

        assertThat(okafor.post("/api/patients", person).status()).isEqualTo(201);
    }

    private String version() {
        return okafor.get(path).header("ETag");
    }
}
