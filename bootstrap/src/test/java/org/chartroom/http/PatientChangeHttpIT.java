package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;

/** What the front desk changes of a patient, and whom it would register twice. */
class PatientChangeHttpIT {

    private final Api api = Api.demo().asNewProvider();

    @Test
    void aPatientIsChangedAsAWholeAndKeepsWhatIsKnownBelow() {
        var before = api.post(
                "/api/patients", Api.minimalPatient().put("phone", "555").put("city", "Kenai"));
        var path = before.header("Location");
        var allergy = api.post(path + "/allergies", "{\"allergen\": \"Latex\", \"severity\": \"mild\"}");

        var changed = api.put(
                path,
                allergy.header("ETag"),
                Api.minimalPatient().put("lastName", "Okoye").put("phone", "556"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(api.get(path).body());
        assertThat(changed.header("ETag"))
                .isEqualTo(api.get(path).header("ETag"))
                .isNotEqualTo(allergy.header("ETag"));
        var patient = changed.json();
        assertThat(patient.path("id").stringValue()).isEqualTo(before.id());
        assertThat(patient.path("lastName").stringValue()).isEqualTo("Okoye");
        assertThat(patient.path("phone").stringValue()).isEqualTo("556");
        assertThat(patient.path("city").isNull()).isTrue();
        assertThat(patient.path("allergies").size()).isEqualTo(1);
        assertThat(patient.path("createdAt")).isEqualTo(before.json().path("createdAt"));
    }

    @Test
    void nobodysEditIsOverwrittenUnseen() {
        var registered = api.post("/api/patients", Api.minimalPatient());
        var path = registered.header("Location");
        var first = api.put(path, registered.header("ETag"), Api.minimalPatient());

        var second =
                api.put(path, registered.header("ETag"), Api.minimalPatient().put("lastName", "Okoye"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("stale-version");
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(api.get(path).body()).isEqualTo(first.body());
    }

    @Test
    void aChangeIsMadeFromAVersion() {
        var path = "/api/patients/" + api.newPatient();

        for (var answer : List.of(
                api.put(path, Api.minimalPatient()),
                api.put(path, "*", Api.minimalPatient()),
                api.put(path, "\"1\", \"2\"", Api.minimalPatient()))) {
            assertThat(answer.status()).isEqualTo(428);
            assertThat(answer.code()).isEqualTo("version-required");
        }
    }

    @Test
    void whatIsWrongWithAChangeIsToldAtOnceAndNothingIsChanged() {
        var registered = api.post("/api/patients", Api.minimalPatient());
        var path = registered.header("Location");

        var invalid =
                api.put(path, registered.header("ETag"), "{\"firstName\": \" \", \"dateOfBirth\": \"1889-12-31\"}");
        var unborn =
                api.put(path, registered.header("ETag"), Api.minimalPatient().put("dateOfBirth", "2199-12-31"));
        var unknown =
                api.put(path, registered.header("ETag"), Api.minimalPatient().put("confirmDuplicate", true));

        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.errors()).containsOnlyKeys("firstName", "lastName", "dateOfBirth", "sex");
        assertThat(unborn.errors()).containsEntry("dateOfBirth", "in-future");
        assertThat(unknown.code()).isEqualTo("malformed-request");
        assertThat(unknown.errors()).containsOnlyKeys("confirmDuplicate");
        assertThat(api.get(path).body()).isEqualTo(registered.body());
    }

    @Test
    void whoIsNotThereIsNotChanged() {
        var answer = api.put("/api/patients/" + UUID.randomUUID(), "\"1\"", Api.minimalPatient());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(api.put("/api/patients/x", "\"1\"", Api.minimalPatient()).status())
                .isEqualTo(400);
    }

    @Test
    void whoSeemsToBeRegisteredAlreadyIsAskedAbout() {
        var known = api.post("/api/patients", person("Smilla", "Ørsted"));

        var refused = api.post("/api/patients", person("SMILLA", "Orsted"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("possible-duplicate");
        assertThat(refused.json().path("candidates").toString()).isEqualTo("[\"" + known.id() + "\"]");
        assertThat(refused.body()).doesNotContainIgnoringCase("smilla");
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    void whoIsSaidToBeSomebodyElseIsRegistered() {
        api.post("/api/patients", person("Smilla", "Ørsted"));

        var answer =
                api.post("/api/patients", person("Smilla", "Ørsted").replace("}", ", \"confirmDuplicate\": true}"));
        var refused =
                api.post("/api/patients", person("Smilla", "Ørsted").replace("}", ", \"confirmDuplicate\": false}"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("candidates").size()).isEqualTo(2);
    }

    @Test
    void aColleaguesPatientIsNoDuplicate() {
        Api.demo().asNewProvider().post("/api/patients", person("Smilla", "Ørsted"));

        assertThat(api.post("/api/patients", person("Smilla", "Ørsted")).status())
                .isEqualTo(201);
    }

    @Test
    void ofManyWhoRegisterTheSamePersonAtOnceOneSucceeds() throws Exception {
        var register = (Callable<Answer>) () -> api.post("/api/patients", person("Smilla", "Ørsted"));
        var answers = new ArrayList<Integer>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(register, register, register, register, register, register)))
                answers.add(answer.get().status());
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        assertThat(registered()).isEqualTo(1);
    }

    private int registered() {
        return api.get("/api/patients?name=smilla").json().path("items").size();
    }

    private static String person(String firstName, String lastName) {
        return """
                {"firstName": "%s", "lastName": "%s", "dateOfBirth": "1988-07-09", "sex": "female"}
                """.formatted(firstName, lastName);
    }
}
