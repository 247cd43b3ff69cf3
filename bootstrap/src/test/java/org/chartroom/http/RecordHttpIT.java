package org.chartroom.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The record of a visit as a whole, by its appointment and by its own id. */
class RecordHttpIT {

    private static final String TEXT =
            "<script>\r\n\tעברית\u200F\u202B 👩‍⚕️ é e\u0301 \\ \" '; drop table clinic.patient; --";

    private static final String RECORD = """
            {"chiefComplaint": "Cough", "subjective": "For a week", "objective": " ", "assessment": "Bronchitis",
             "plan": "", "aiTranscript": "[doctor] hello", "aiSummary": null,
             "symptoms": [{"name": "cough", "severity": 4, "aiGenerated": true}, {"name": "fever"}],
             "prescriptions": [{"medication": "Ambroxol", "dosage": "30 mg", "frequency": "twice daily",
                                "duration": "5 days"}]}
            """;

    private final Api api = Api.demo();
    private final String patient = api.newPatient();
    private final String appointment = api.newVisit(patient);
    private final String path = "/api/appointments/" + appointment + "/record";

    @Test
    void aRecordIsWrittenOnceAndReadByItsAppointmentAndByItsId() {
        var written = api.putFirst(path, RECORD);

        assertThat(written.status()).isEqualTo(201);
        assertThat(written.header("Location")).isEqualTo("/api/records/" + written.id());
        for (var read : List.of(api.get(path), api.get(written.header("Location")))) {
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.json()).isEqualTo(written.json());
            assertThat(read.header("ETag")).isEqualTo(written.header("ETag")).isNotEmpty();
        }
        assertThat(written.json().path("appointmentId").stringValue()).isEqualTo(appointment);
        assertThat(written.json().path("symptoms").path(0).path("name").stringValue())
                .isEqualTo("cough");
        assertThat(status()).isEqualTo("in_progress");
    }

    @Test
    void whereThereIsNoRecordNoneIsFound() {
        var missing = api.get(path);

        assertProblem(missing, 404, "not-found");
        assertThat(missing.json().path("detail"))
                .isEqualTo(api.get("/api/appointments/" + UUID.randomUUID() + "/record")
                        .json()
                        .path("detail"));
        assertProblem(api.get("/api/records/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(api.put("/api/records/" + UUID.randomUUID(), "\"1\"", RECORD), 404, "not-found");
        assertProblem(api.putFirst("/api/appointments/" + UUID.randomUUID() + "/record", RECORD), 404, "not-found");
    }

    @Test
    void aSecondRecordIsRefusedWithTheTagOfTheFirst() {
        var first = api.putFirst(path, RECORD);

        var second = api.putFirst(path, RECORD);

        assertProblem(second, 412, "stale-version");
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(api.get(path).json()).isEqualTo(first.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"by its appointment", "by its id"})
    void aRecordIsReplacedAndWhatIsMentionedKeepsItsId(String way) {
        var written = api.putFirst(path, RECORD);
        var kept = written.json().path("symptoms").path(1);
        var body = Api.JSON.readTree(RECORD);
        ((ObjectNode) body).put("plan", "Rest").set("symptoms", Api.JSON.readTree("""
                [{"name": "wheeze"}, {"id": "%s", "name": "fever", "severity": 8}]
                """.formatted(
                        kept.path("id").stringValue())));
        ((ObjectNode) body).putNull("prescriptions");

        var replaced = api.put(at(way, written), written.header("ETag"), body);

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isNotEqualTo(written.header("ETag"));
        assertThat(replaced.json()).isEqualTo(api.get(path).json());
        assertThat(replaced.id()).isEqualTo(written.id());
        assertThat(replaced.json().path("plan").stringValue()).isEqualTo("Rest");
        assertThat(replaced.json().path("prescriptions").isEmpty()).isTrue();
        assertThat(names(replaced)).containsExactly("fever", "wheeze");
        var changed = replaced.json().path("symptoms").path(0);
        assertThat(changed.path("id")).isEqualTo(kept.path("id"));
        assertThat(changed.path("createdAt")).isEqualTo(kept.path("createdAt"));
        assertThat(changed.path("severity").intValue()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by its appointment", "by its id"})
    void anEditThatSomebodyElseOvertookIsRefusedWithTheNewTag(String way) {
        var written = api.putFirst(path, RECORD);
        var overtaking = api.put(at(way, written), written.header("ETag"), RECORD);

        var late = api.put(at(way, written), written.header("ETag"), RECORD);

        assertProblem(late, 412, "stale-version");
        assertThat(late.header("ETag")).isEqualTo(overtaking.header("ETag"));
        assertThat(api.get(path).json()).isEqualTo(overtaking.json());
    }

    @Test
    void noVersionOfARecordThatIsNotThereWasSeen() {
        var refused = api.put(path, "\"abc\"", RECORD);

        assertProblem(refused, 412, "stale-version");
        assertThat(refused.header("ETag")).isEmpty();
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void aReplacementSaysWhatItIsMadeFrom() {
        assertProblem(api.put(path, RECORD), 428, "version-required");
        var written = api.putFirst(path, RECORD);

        assertProblem(api.put(path, RECORD), 428, "version-required");
        assertProblem(api.put(path, "*", RECORD), 428, "version-required");
        assertProblem(api.put(written.header("Location"), RECORD), 428, "version-required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            *     | "abc"
            "abc" | -
            *, *  | -
            W/"x" | -
            """)
    void whatTheConditionsDoNotMeanTogetherIsRefused(String ifNoneMatch, @Nullable String ifMatch) {
        var request = api.request(path)
                .PUT(BodyPublishers.ofString(RECORD))
                .header("Content-Type", "application/json")
                .header("If-None-Match", ifNoneMatch);
        var refused = api.send(ifMatch == null ? request : request.header("If-Match", ifMatch));

        assertProblem(refused, 400, "malformed-request");
        assertThat(refused.errors()).containsExactly(entry("If-None-Match", "malformed"));
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scheduled  |             | ["checked_in","cancelled","no_show"]
            checked_in | checked_in  | ["in_progress","cancelled","no_show"]
            cancelled  | cancelled   | []
            no_show    | no_show     | ["checked_in"]
            """)
    void aVisitThatHasNotBegunOrNeverWasHasNoRecordToBeWritten(String from, @Nullable String step, String allowed) {
        var early = api.newAppointment(patient);
        if (step != null) api.put("/api/appointments/" + early + "/status", status(step));

        var refused = api.putFirst("/api/appointments/" + early + "/record", RECORD);

        assertProblem(refused, 409, "illegal-transition");
        assertThat(refused.json().path("appointmentId").stringValue()).isEqualTo(early);
        assertThat(refused.json().path("from").stringValue()).isEqualTo(from);
        assertThat(refused.json().path("to").stringValue()).isEqualTo("in_progress");
        assertThat(refused.json().path("allowed").toString()).isEqualTo(allowed);
    }

    @Test
    void theRecordOfAVisitThatWasCalledOffStaysAsItIs() {
        var written = api.putFirst(path, RECORD);
        api.put("/api/appointments/" + appointment + "/status", status("cancelled"));

        assertProblem(api.put(path, written.header("ETag"), RECORD), 409, "illegal-transition");
        assertProblem(api.put(written.header("Location"), written.header("ETag"), RECORD), 409, "illegal-transition");
        assertThat(api.get(path).json()).isEqualTo(written.json());
    }

    @Test
    void theRecordOfACompletedVisitIsStillWritten() {
        api.put("/api/appointments/" + appointment + "/status", status("completed"));

        var written = api.putFirst(path, RECORD);
        var replaced = api.put(path, written.header("ETag"), RECORD);

        assertThat(written.status()).isEqualTo(201);
        assertThat(replaced.status()).isEqualTo(200);
    }

    @Test
    void aVisitThatIsWrittenUpReplacesNoRecord() {
        var written = api.putFirst(path, RECORD);

        var visit = api.post("/api/appointments/" + appointment + "/visit", "{\"record\": " + RECORD + "}");

        assertProblem(visit, 409, "already-exists");
        assertThat(api.get(path).json()).isEqualTo(written.json());
        assertThat(status()).isEqualTo("in_progress");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var refused = api.putFirst(path, """
                {"chiefComplaint": " ", "subjective": null, "objective": "", "assessment": "", "plan": "%s",
                 "aiSummary": "", "symptoms": [{"name": "a"}, {"severity": 11}, null],
                 "prescriptions": [{"medication": "x", "dosage": "x", "frequency": "x", "duration": "x", "quantity": 0}]}
                """.formatted("p".repeat(20_001)));

        assertProblem(refused, 400, "validation-failed");
        assertThat(refused.errors())
                .containsOnly(
                        entry("chiefComplaint", "blank"),
                        entry("subjective", "required"),
                        entry("plan", "too-long"),
                        entry("aiSummary", "blank"),
                        entry("symptoms[1].name", "required"),
                        entry("symptoms[1].severity", "out-of-range"),
                        entry("symptoms[2]", "required"),
                        entry("prescriptions[0].quantity", "out-of-range"));
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsToldByItsField() {
        assertThat(api.putFirst(path, "{\"symptoms\": [{\"id\": \"7\", \"name\": \"x\"}]}")
                        .errors())
                .containsExactly(entry("symptoms[0].id", "malformed"));
        assertThat(api.putFirst(path, "{\"createdAt\": \"2026-03-02T09:30:00Z\"}")
                        .errors())
                .containsExactly(entry("createdAt", "malformed"));
        assertProblem(api.putFirst("/api/appointments/7/record", RECORD), 400, "malformed-request");
        assertProblem(api.get("/api/records/7"), 400, "malformed-request");
    }

    @Test
    void anIdThatIsNotTheRecordsOwnOrComesTwiceIsToldByItsPlace() {
        var other = api.putFirst("/api/appointments/" + api.newVisit(patient) + "/record", RECORD);
        var foreign = other.json().path("symptoms").path(0).path("id").stringValue();
        var fresh = api.putFirst(path, withSymptoms(foreign));
        var written = api.putFirst(path, RECORD);
        var own = written.json().path("symptoms").path(0).path("id").stringValue();

        var refused = api.put(path, written.header("ETag"), withSymptoms(own, foreign, own));

        assertProblem(fresh, 400, "validation-failed");
        assertThat(fresh.errors()).containsExactly(entry("symptoms[0].id", "unknown"));
        assertThat(refused.errors())
                .containsOnly(entry("symptoms[1].id", "unknown"), entry("symptoms[2].id", "repeated"));
        assertThat(api.get(path).json()).isEqualTo(written.json());
        assertThat(api.get(other.header("Location")).json()).isEqualTo(other.json());
    }

    @Test
    void textComesBackEqualToTheByte() {
        var longest = "🫀".repeat(20_000);
        var body = (ObjectNode) Api.JSON.readTree(RECORD);
        for (var section : List.of("chiefComplaint", "subjective", "objective", "assessment", "aiTranscript"))
            body.put(section, TEXT);
        body.put("plan", longest);
        ((ObjectNode) body.path("symptoms").path(0)).put("name", TEXT).put("notes", TEXT);
        ((ObjectNode) body.path("prescriptions").path(0))
                .put("medication", TEXT)
                .put("instructions", longest);

        var written = api.putFirst(path, body);
        var replaced = api.put(path, written.header("ETag"), body);

        for (var record : List.of(written.json(), replaced.json(), api.get(path).json())) {
            for (var section : List.of("chiefComplaint", "subjective", "objective", "assessment", "aiTranscript"))
                assertThat(record.path(section).stringValue()).isEqualTo(TEXT);
            assertThat(record.path("plan").stringValue()).isEqualTo(longest);
            assertThat(record.path("symptoms").path(0).path("name").stringValue())
                    .isEqualTo(TEXT);
            assertThat(record.path("symptoms").path(0).path("notes").stringValue())
                    .isEqualTo(TEXT);
            assertThat(record.path("prescriptions").path(0).path("medication").stringValue())
                    .isEqualTo(TEXT);
            assertThat(record.path("prescriptions").path(0).path("instructions").stringValue())
                    .isEqualTo(longest);
        }
    }

    @Test
    void aColleagueReadsAndDoesNotWriteAndAStrangerDoesNeither() {
        var written = api.putFirst(path, RECORD);
        var colleague = api.asNewProvider();
        var stranger = api.asNewProvider();
        api.post("/api/appointments", Api.booking(patient).put("providerId", colleague.myId()));

        assertThat(colleague.get(path).json()).isEqualTo(written.json());
        assertProblem(colleague.put(path, written.header("ETag"), RECORD), 403, "forbidden");
        assertProblem(colleague.put(written.header("Location"), written.header("ETag"), RECORD), 403, "forbidden");
        assertProblem(
                colleague.putFirst("/api/appointments/" + api.newVisit(patient) + "/record", RECORD), 403, "forbidden");
        assertProblem(stranger.get(path), 404, "not-found");
        assertProblem(stranger.put(path, written.header("ETag"), RECORD), 404, "not-found");
        assertProblem(stranger.putFirst(path, RECORD), 404, "not-found");
        assertProblem(stranger.put(written.header("Location"), written.header("ETag"), RECORD), 404, "not-found");
        assertThat(api.get(path).json()).isEqualTo(written.json());
    }

    @Test
    void aColleagueWritesTheRecordOfTheOwnVisitOfASharedPatient() {
        var colleague = api.asNewProvider();
        var own = api.post("/api/appointments", Api.booking(patient).put("providerId", colleague.myId()))
                .id();
        for (var step : List.of("checked_in", "in_progress"))
            colleague.put("/api/appointments/" + own + "/status", status(step));

        var written = colleague.putFirst("/api/appointments/" + own + "/record", RECORD);

        assertThat(written.status()).isEqualTo(201);
        assertThat(api.put(written.header("Location"), written.header("ETag"), RECORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofManyWhoWriteTheFirstRecordAtOnceOneSucceeds() throws Exception {
        var write = (Callable<Integer>) () -> api.putFirst(path, RECORD).status();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(
                    IntStream.range(0, 20).mapToObj(_ -> write).toList());

            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsOnlyOnce(201)
                    .containsOnly(201, 412);
        }
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void aRecordAndAWholeVisitWrittenAtOnceDoNotWaitForEachOther() throws Exception {
        var record = (Callable<Integer>) () -> api.putFirst(path, RECORD).status();
        var visit = (Callable<Integer>)
                () -> api.post("/api/appointments/" + appointment + "/visit", "{\"record\": " + RECORD + "}")
                        .status();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> i % 2 == 0 ? record : visit)
                    .toList());

            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsOnlyOnce(201)
                    .isSubsetOf(201, 409, 412);
        }
        assertThat(records()).isEqualTo(1);
    }

    private String at(String way, Answer written) {
        return way.equals("by its id") ? written.header("Location") : path;
    }

    private String status() {
        return api.get("/api/appointments/" + appointment).json().path("status").stringValue();
    }

    private long records() {
        return TestServer.admin("http_demo")
                .sql("select count(*) from clinic.medical_record where appointment_id = :id::uuid")
                .param("id", appointment)
                .query(Long.class)
                .single();
    }

    private static JsonNode withSymptoms(String... ids) {
        var body = (ObjectNode) Api.JSON.readTree(RECORD);
        var symptoms = body.putArray("symptoms");
        for (var id : ids) symptoms.addObject().put("id", id).put("name", "x");
        return body;
    }

    private static List<String> names(Answer record) {
        return record.json()
                .path("symptoms")
                .valueStream()
                .map(symptom -> symptom.path("name").stringValue())
                .toList();
    }

    private static String status(String status) {
        return "{\"status\": \"" + status + "\"}";
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
