package org.chartroom.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VitalSignsHttpIT {

    private static final String MEASURED = """
            {"bloodPressureSystolic": 118, "bloodPressureDiastolic": 76, "heartRate": 72, "temperature": 36.6,
             "respiratoryRate": 14, "oxygenSaturation": 98, "weight": 70, "height": 175.5}
            """;

    private final Api api = Api.demo();
    private final String patient = api.newPatient();
    private final String appointment = api.newAppointment(patient);
    private final String path = path(appointment);

    @Test
    void measurementsAreTakenOnceAndReadAgain() {
        var taken = api.putFirst(path, MEASURED);

        var read = api.get(taken.header("Location"));

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.header("Location")).isEqualTo(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(taken.json());
        assertThat(read.header("ETag")).isEqualTo(taken.header("ETag")).isNotEmpty();
        assertThat(taken.json().path("appointmentId").stringValue()).isEqualTo(appointment);
        assertThat(taken.json().path("bmi").decimalValue()).isEqualByComparingTo("22.7");
        assertThat(taken.json().path("flags").isArray()).isTrue();
        assertThat(taken.json().path("flags").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"scheduled", "checked_in", "in_progress", "completed", "cancelled", "no_show"})
    void theyAreTakenCorrectedAndDiscardedWhateverTheStatus(String status) {
        var steps = switch (status) {
            case "scheduled" -> List.<String>of();
            case "in_progress" -> List.of("checked_in", "in_progress");
            case "completed" -> List.of("checked_in", "in_progress", "completed");
            default -> List.of(status);
        };
        for (var step : steps)
            api.put("/api/appointments/" + appointment + "/status", "{\"status\": \"" + step + "\"}");

        var taken = api.putFirst(path, MEASURED);
        var corrected = api.put(path, taken.header("ETag"), MEASURED);
        var discarded = api.delete(path, corrected.header("ETag"));

        assertThat(taken.status()).isEqualTo(201);
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(discarded.status()).isEqualTo(204);
        assertThat(discarded.body()).isEmpty();
        assertProblem(api.get(path), 404, "not-found");
        assertThat(api.putFirst(path, MEASURED).status()).isEqualTo(201);
    }

    @Test
    void aCorrectionReplacesEverything() {
        var taken = api.putFirst(path, MEASURED);

        var corrected = api.put(path, taken.header("ETag"), "{\"heartRate\": 80}");

        assertThat(corrected.id()).isEqualTo(taken.id());
        assertThat(corrected.header("ETag")).isNotEqualTo(taken.header("ETag"));
        assertThat(corrected.json()).isEqualTo(api.get(path).json());
        assertThat(corrected.json().path("heartRate").intValue()).isEqualTo(80);
        assertThat(corrected.json().path("temperature").isNull()).isTrue();
        assertThat(corrected.json().path("bmi").isNull()).isTrue();
    }

    @Test
    void aSecondSetIsRefusedWithTheTagOfTheFirst() {
        var first = api.putFirst(path, MEASURED);

        var second = api.putFirst(path, MEASURED);

        assertProblem(second, 412, "stale-version");
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void anEditThatSomebodyElseOvertookIsRefusedWithTheNewTag() {
        var taken = api.putFirst(path, MEASURED);
        var overtaking = api.put(path, taken.header("ETag"), "{\"heartRate\": 80}");

        for (var late :
                List.of(api.put(path, taken.header("ETag"), MEASURED), api.delete(path, taken.header("ETag")))) {
            assertProblem(late, 412, "stale-version");
            assertThat(late.header("ETag")).isEqualTo(overtaking.header("ETag"));
        }
        assertThat(api.get(path).json()).isEqualTo(overtaking.json());
    }

    @Test
    void whereNothingWasMeasuredNothingIsCorrectedOrDiscarded() {
        var corrected = api.put(path, "\"1\"", MEASURED);

        assertProblem(corrected, 412, "stale-version");
        assertThat(corrected.header("ETag")).isEmpty();
        assertProblem(api.delete(path, "\"1\""), 404, "not-found");
        assertProblem(api.get(path), 404, "not-found");
    }

    @Test
    void aChangeSaysWhatItIsMadeFrom() {
        var both = api.send(api.request(path)
                .PUT(BodyPublishers.ofString(MEASURED))
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .header("If-Match", "\"1\""));

        assertProblem(api.put(path, MEASURED), 428, "version-required");
        assertProblem(api.send(api.request(path).DELETE()), 428, "version-required");
        assertProblem(both, 400, "malformed-request");
        assertProblem(api.get(path), 404, "not-found");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var refused = api.putFirst(path, """
                {"bloodPressureDiastolic": 80, "heartRate": 351, "temperature": 36.65, "oxygenSaturation": 101}
                """);

        assertProblem(refused, 400, "validation-failed");
        assertThat(refused.errors())
                .containsOnly(
                        entry("bloodPressureSystolic", "incomplete"),
                        entry("heartRate", "out-of-range"),
                        entry("temperature", "too-precise"),
                        entry("oxygenSaturation", "out-of-range"));
        assertThat(api.putFirst(path, "{}").errors()).containsExactly(entry("", "required"));
        assertThat(api.putFirst(path, "{\"bmi\": 22}").errors()).containsExactly(entry("bmi", "malformed"));
        assertThat(api.putFirst(path, "{\"heartRate\": 70.5}").errors())
                .containsExactly(entry("heartRate", "malformed"));
        assertProblem(api.get(path("7")), 400, "malformed-request");
    }

    @Test
    void anAppointmentThatDoesNotExistIsNotFound() {
        var nowhere = path(UUID.randomUUID().toString());

        assertProblem(api.get(nowhere), 404, "not-found");
        assertProblem(api.putFirst(nowhere, MEASURED), 404, "not-found");
        assertProblem(api.put(nowhere, "\"1\"", MEASURED), 404, "not-found");
        assertProblem(api.delete(nowhere, "\"1\""), 404, "not-found");
    }

    @Test
    void aColleagueReadsAndDoesNotWriteAndAStrangerDoesNeither() {
        var taken = api.putFirst(path, MEASURED);
        var colleague = api.asNewProvider();
        var stranger = api.asNewProvider();
        api.post("/api/appointments", Api.booking(patient).put("providerId", colleague.myId()));

        assertThat(colleague.get(path).json()).isEqualTo(taken.json());
        assertProblem(colleague.put(path, taken.header("ETag"), MEASURED), 403, "forbidden");
        assertProblem(colleague.delete(path, taken.header("ETag")), 403, "forbidden");
        assertProblem(colleague.putFirst(path(api.newAppointment(patient)), MEASURED), 403, "forbidden");
        assertProblem(stranger.get(path), 404, "not-found");
        assertProblem(stranger.putFirst(path, MEASURED), 404, "not-found");
        assertProblem(stranger.put(path, taken.header("ETag"), MEASURED), 404, "not-found");
        assertProblem(stranger.delete(path, taken.header("ETag")), 404, "not-found");
        assertThat(api.get(path).json()).isEqualTo(taken.json());
    }

    @Test
    void aVisitThatBringsASecondSetIsRefused() {
        var taken = api.putFirst(path, MEASURED);

        var visit = api.post("/api/appointments/" + appointment + "/visit", """
                {"record": {"chiefComplaint": "A", "subjective": "", "objective": "", "assessment": "", "plan": ""},
                 "vitalSigns": {"heartRate": 70}}
                """);

        assertProblem(visit, 409, "already-exists");
        assertThat(api.get(path).json()).isEqualTo(taken.json());
    }

    @Test
    void whatIsUnusualIsFlaggedAndNeverRefused() {
        var taken = api.putFirst(path, """
                {"bloodPressureSystolic": 85, "heartRate": 350, "temperature": 45, "oxygenSaturation": 93, "weight": 50,
                 "height": 175}
                """);

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().path("flags")).isEqualTo(Api.JSON.readTree("""
                [{"field": "bloodPressureSystolic", "code": "below-range", "low": 90, "high": 129, "unit": "mm[Hg]"},
                 {"field": "heartRate", "code": "above-range", "low": 60, "high": 100, "unit": "/min"},
                 {"field": "temperature", "code": "above-range", "low": 36.1, "high": 38.0, "unit": "Cel"},
                 {"field": "oxygenSaturation", "code": "below-range", "low": 94, "high": null, "unit": "%"},
                 {"field": "bmi", "code": "below-range", "low": 18.5, "high": 24.9, "unit": "kg/m2"}]
                """));
        assertThat(api.get(path).json()).isEqualTo(taken.json());
        assertThat(api.put(path, taken.header("ETag"), "{\"heartRate\": 350}")
                        .json()
                        .path("flags"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-20 | 101
            2020-03-02 | 124
            2008-03-03 | 105
            1950-01-01 | 101
            """)
    void whatIsUnusualDependsOnTheAgeAtTheVisit(String bornOn, int heartRate) {
        var nurse = api.asNewProvider();
        var somebody = nurse.post("/api/patients", Api.minimalPatient().put("dateOfBirth", bornOn))
                .id();
        var visit = nurse.post(
                        "/api/appointments", Api.booking(somebody).put("appointmentDate", "2026-03-02T09:30:00Z"))
                .id();

        var taken = nurse.putFirst(path(visit), "{\"heartRate\": " + heartRate + "}");

        assertThat(taken.json().path("flags")).hasSize(1);
    }

    @Test
    void theChartShowsThemWithoutFlags() {
        api.putFirst(path, "{\"heartRate\": 350}");

        var shown = api.get("/api/patients/" + patient + "/chart")
                .json()
                .path("appointments")
                .path(0)
                .path("vitalSigns");

        assertThat(shown.path("heartRate").intValue()).isEqualTo(350);
        assertThat(shown.has("flags")).isFalse();
    }

    @Test
    void ofManyWhoTakeTheFirstSetAtOnceOneSucceeds() throws Exception {
        var take = (Callable<Integer>) () -> api.putFirst(path, MEASURED).status();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    clients.invokeAll(IntStream.range(0, 20).mapToObj(_ -> take).toList());

            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsOnlyOnce(201)
                    .containsOnly(201, 412);
        }
    }

    private static String path(String appointment) {
        return "/api/appointments/" + appointment + "/vital-signs";
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
