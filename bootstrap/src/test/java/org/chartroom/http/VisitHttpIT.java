package org.chartroom.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chartroom.bootstrap.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class VisitHttpIT {

    private static final String TEXT = "<script>\r\n\tעברית‏ 👩‍⚕️ é é \\ \" '; drop table clinic.patient; --";

    private static final String VISIT = """
            {"record": {"chiefComplaint": "Cough", "subjective": "", "objective": " ", "assessment": "Bronchitis",
                        "plan": "Rest", "aiTranscript": "[doctor] hello\\n[patient] hello", "aiSummary": null,
                        "symptoms": [{"name": "cough", "severity": 4, "aiGenerated": true}, {"name": "fever"}],
                        "prescriptions": [{"medication": "Ambroxol", "dosage": "30 mg", "frequency": "twice daily",
                                           "duration": "5 days"}]},
             "vitalSigns": {"bloodPressureSystolic": 120, "bloodPressureDiastolic": 80, "temperature": 38.1,
                            "weight": 70, "height": 175.5}}
            """;

    private final Api api = Api.demo();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aVisitIsWrittenUpFromAnyActiveAppointment(int steps) {
        var appointment = appointmentAfter(steps);

        var visit = api.post("/api/appointments/" + appointment + "/visit", VISIT);

        assertThat(visit.status()).isEqualTo(201);
        assertThat(api.get("/api/appointments/" + appointment)
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("completed");
    }

    @Test
    void theRecordOfAVisitCanBeReadWhereTheAnswerSaysSo() {
        var visit = api.post("/api/appointments/" + appointmentAfter(0) + "/visit", VISIT);

        var record = api.get(visit.header("Location"));

        assertThat(record.json()).isEqualTo(visit.json().path("record"));
        assertThat(record.header("ETag")).isEqualTo(visit.header("ETag"));
        assertThat(record.json().path("aiTranscript").stringValue()).isEqualTo("[doctor] hello\n[patient] hello");
        assertThat(record.json().path("symptoms").path(0).path("name").stringValue())
                .isEqualTo("cough");
        assertThat(record.json().path("prescriptions").path(0).path("refills").intValue())
                .isZero();
    }

    @Test
    void theBodyMassIndexIsDerived() {
        var visit = api.post("/api/appointments/" + appointmentAfter(0) + "/visit", VISIT);

        assertThat(visit.json().path("vitalSigns").path("bmi").decimalValue()).isEqualByComparingTo("22.7");
    }

    @Test
    void whatIsUnusualAtThePatientsAgeIsFlagged() {
        var visit = api.post("/api/appointments/" + appointmentAfter(0) + "/visit", VISIT);

        assertThat(visit.json().path("vitalSigns").path("flags")).isEqualTo(Api.JSON.readTree("""
                [{"field": "bloodPressureDiastolic", "code": "above-range", "low": 60, "high": 79, "unit": "mm[Hg]"},
                 {"field": "temperature", "code": "above-range", "low": 36.1, "high": 38.0, "unit": "Cel"}]
                """));
    }

    @Test
    void nothingInAVisitHasAnIdAlready() {
        var visit = Api.JSON.readTree(VISIT);
        for (var list : List.of("symptoms", "prescriptions"))
            ((ObjectNode) visit.path("record").path(list).path(0))
                    .put("id", UUID.randomUUID().toString());
        ((ObjectNode) visit.path("record").path("symptoms").path(1)).put("severity", 11);

        var refused = api.post("/api/appointments/" + appointmentAfter(0) + "/visit", visit);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsOnly(
                        entry("record.symptoms[0].id", "unknown"),
                        entry("record.symptoms[1].severity", "out-of-range"),
                        entry("record.prescriptions[0].id", "unknown"));
    }

    @Test
    void clinicalTextComesBackEqualToTheByte() {
        var patient = api.newPatient();
        var visit = Api.JSON.readTree(VISIT);
        ((ObjectNode) visit.path("record")).put("subjective", TEXT).put("aiTranscript", TEXT);

        var written = api.post("/api/appointments/" + api.newAppointment(patient) + "/visit", visit);
        var record =
                chart(patient, "?transcripts=true").path("appointments").path(0).path("record");

        assertThat(written.json().path("record").path("subjective").stringValue())
                .isEqualTo(TEXT);
        assertThat(record.path("subjective").stringValue()).isEqualTo(TEXT);
        assertThat(record.path("aiTranscript").stringValue()).isEqualTo(TEXT);
    }

    @Test
    void theChartShowsTheVisitAsItWasAnswered() {
        var patient = api.newPatient();

        var visit = api.post("/api/appointments/" + api.newAppointment(patient) + "/visit", VISIT)
                .json();
        var shown = chart(patient, "?transcripts=true").path("appointments").path(0);

        // which only a chart tells, and both are empty yet
        ((ObjectNode) shown.path("record")).remove(List.of("signatures", "addenda", "provenance"));
        assertThat(sameValues(shown.path("record"), visit.path("record"))).isTrue();
        var vitalSigns = (ObjectNode) visit.path("vitalSigns");
        vitalSigns.remove("flags"); // the chart is written by the store, which does not know the ranges
        assertThat(sameValues(shown.path("vitalSigns"), vitalSigns)).isTrue();
    }

    @Test
    void theChartTellsATranscriptsLengthUnlessAskedForIt() {
        var patient = api.newPatient();
        api.post("/api/appointments/" + api.newAppointment(patient) + "/visit", VISIT);

        var record = chart(patient, "").path("appointments").path(0).path("record");

        assertThat(record.has("aiTranscript")).isFalse();
        assertThat(record.path("aiTranscriptLength").intValue()).isEqualTo(30);
    }

    @Test
    void aSecondVisitIsRefusedAndChangesNothing() {
        var patient = api.newPatient();
        var path = "/api/appointments/" + api.newAppointment(patient) + "/visit";
        api.post(path, VISIT);
        var before = api.get("/api/patients/" + patient + "/chart").body();

        var second = api.post(path, VISIT);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("already-exists");
        assertThat(api.get("/api/patients/" + patient + "/chart").body()).isEqualTo(before);
    }

    @Test
    void aVisitOfACancelledAppointmentLeavesNothingBehind() {
        var appointment = api.newAppointment(api.newPatient());
        api.put("/api/appointments/" + appointment + "/status", "{\"status\": \"cancelled\"}");

        var refused = api.post("/api/appointments/" + appointment + "/visit", VISIT);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("illegal-transition");
        assertThat(rowsOf(appointment)).isZero();
    }

    @Test
    void ofManyVisitsWrittenAtOnceOneIsKeptWhole() throws Exception {
        var appointment = api.newAppointment(api.newPatient());
        var write = (Callable<Integer>) () ->
                api.post("/api/appointments/" + appointment + "/visit", VISIT).status();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(
                    IntStream.range(0, 20).mapToObj(_ -> write).toList());

            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
        assertThat(rowsOf(appointment)).isEqualTo(5);
    }

    @Test
    void everythingThatIsWrongWithAVisitIsToldAtOnceAndNothingIsKept() {
        var appointment = api.newAppointment(api.newPatient());

        var refused = api.post("/api/appointments/" + appointment + "/visit", """
                {"record": {"chiefComplaint": " ", "subjective": null, "objective": "", "assessment": "",
                            "plan": "%s", "symptoms": [{"name": "a"}, {"name": "", "severity": 11}, null],
                            "prescriptions": [{"medication": "x", "quantity": 0, "refills": 100}]},
                 "vitalSigns": {"bloodPressureDiastolic": 80, "heartRate": 351, "temperature": 36.65,
                                "weight": 1e999, "height": -1e-999}}
                """.formatted("p".repeat(20_001)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsOnly(
                        entry("record.chiefComplaint", "blank"),
                        entry("record.subjective", "required"),
                        entry("record.plan", "too-long"),
                        entry("record.symptoms[1].name", "blank"),
                        entry("record.symptoms[1].severity", "out-of-range"),
                        entry("record.symptoms[2]", "required"),
                        entry("record.prescriptions[0].dosage", "required"),
                        entry("record.prescriptions[0].frequency", "required"),
                        entry("record.prescriptions[0].duration", "required"),
                        entry("record.prescriptions[0].quantity", "out-of-range"),
                        entry("record.prescriptions[0].refills", "out-of-range"),
                        entry("vitalSigns.bloodPressureSystolic", "incomplete"),
                        entry("vitalSigns.heartRate", "out-of-range"),
                        entry("vitalSigns.temperature", "too-precise"),
                        entry("vitalSigns.weight", "out-of-range"),
                        entry("vitalSigns.height", "out-of-range"));
        assertThat(rowsOf(appointment)).isZero();
    }

    @Test
    void vitalSignsWithoutAMeasurementAreRefused() {
        var visit = Api.JSON.readTree(VISIT);
        ((ObjectNode) visit).set("vitalSigns", Api.JSON.createObjectNode());

        var refused = api.post("/api/appointments/" + appointmentAfter(0) + "/visit", visit);

        assertThat(refused.errors()).containsExactly(entry("vitalSigns", "required"));
    }

    @Test
    void aBloodPressureThatIsWrongAndAllThatWasMeasuredIsToldOnce() {
        var visit = Api.JSON.readTree(VISIT);
        ((ObjectNode) visit).set("vitalSigns", Api.JSON.readTree("{\"bloodPressureDiastolic\": 80}"));

        var refused = api.post("/api/appointments/" + appointmentAfter(0) + "/visit", visit);

        assertThat(refused.errors()).containsExactly(entry("vitalSigns.bloodPressureSystolic", "incomplete"));
    }

    @Test
    void aVisitOfAnAppointmentThatDoesNotExistIsNotFound() {
        var refused = api.post("/api/appointments/" + UUID.randomUUID() + "/visit", VISIT);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("not-found");
    }

    private String appointmentAfter(int steps) {
        var appointment = api.newAppointment(api.newPatient());
        for (var status : List.of("checked_in", "in_progress").subList(0, steps))
            api.put("/api/appointments/" + appointment + "/status", "{\"status\": \"" + status + "\"}");
        return appointment;
    }

    private JsonNode chart(String patient, String parameters) {
        return api.get("/api/patients/" + patient + "/chart" + parameters).json();
    }

    /** The two writers of JSON may spell a number (70, 70.00) or an instant (six digits or fewer) in their own way. */
    private static boolean sameValues(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> {
                    if (a.isNumber() && b.isNumber()) return a.decimalValue().compareTo(b.decimalValue());
                    if (isInstant(a) && isInstant(b))
                        return Instant.parse(a.stringValue()).compareTo(Instant.parse(b.stringValue()));
                    return a.equals(b) ? 0 : 1;
                },
                other);
    }

    private static boolean isInstant(JsonNode node) {
        return node.stringValue("").matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    private static int rowsOf(String appointment) {
        return TestServer.admin("http_demo")
                .sql("""
                select (select count(*) from clinic.vital_signs v where v.appointment_id = a.id)
                     + (select count(*) from clinic.medical_record r where r.appointment_id = a.id)
                     + (select count(*) from clinic.symptom s join clinic.medical_record r on r.id = s.medical_record_id
                         where r.appointment_id = a.id)
                     + (select count(*) from clinic.prescription s join clinic.medical_record r on r.id = s.medical_record_id
                         where r.appointment_id = a.id)
                  from clinic.appointment a
                 where a.id = :id::uuid
                """)
                .param("id", appointment)
                .query(Integer.class)
                .single();
    }
}
