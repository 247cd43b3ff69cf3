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
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Symptoms and prescriptions, one by one; their entity tags are the record's. */
class RecordPartsHttpIT {

    private static final String TEXT =
            "<script>\r\n\tעברית\u200F\u202B 👩‍⚕️ é e\u0301 \\ \" '; drop table clinic.patient; --";

    private final Api api = Api.demo();
    private final String patient = api.newPatient();
    private final String appointment = api.newVisit(patient);
    private final Answer written = api.putFirst("/api/appointments/" + appointment + "/record", """
            {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "", "plan": "",
             "symptoms": [{"name": "cough", "severity": 4}],
             "prescriptions": [{"medication": "Ambroxol", "dosage": "30 mg", "frequency": "daily", "duration": "5 days"}]}
            """);
    private final String record = written.header("Location");

    @ParameterizedTest
    @EnumSource
    void aPartIsAddedWithoutAnybodysVersion(Kind kind) {
        var added = api.post(kind.in(record), kind.body);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(kind.in(record) + "/" + added.id());
        assertThat(added.header("ETag")).isEqualTo(tag()).isNotEqualTo(written.header("ETag"));
        assertThat(parts(kind)).hasSize(2).last().isEqualTo(added.json());
        assertThat(added.json().path("aiGenerated").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aPartIsChangedFromTheRecordsVersion(Kind kind) {
        var before = parts(kind).getFirst();

        var changed = api.put(first(kind), written.header("ETag"), kind.body);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(tag()).isNotEqualTo(written.header("ETag"));
        assertThat(parts(kind)).containsExactly(changed.json());
        assertThat(changed.json().path("id")).isEqualTo(before.path("id"));
        assertThat(changed.json().path("createdAt")).isEqualTo(before.path("createdAt"));
        assertThat(changed.json().path("updatedAt")).isNotEqualTo(before.path("updatedAt"));
    }

    @ParameterizedTest
    @EnumSource
    void aPartIsTakenOutFromTheRecordsVersion(Kind kind) {
        var path = first(kind);

        var removed = api.delete(path, written.header("ETag"));

        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(removed.header("ETag")).isEqualTo(tag()).isNotEqualTo(written.header("ETag"));
        assertThat(parts(kind)).isEmpty();
        assertProblem(api.delete(path, removed.header("ETag")), 404, "not-found");
    }

    @ParameterizedTest
    @EnumSource
    void anEditThatSomebodyElseOvertookIsRefusedWithTheNewTag(Kind kind) {
        var path = first(kind);
        var overtaking = api.post(kind.in(record), kind.body);

        for (var late :
                List.of(api.put(path, written.header("ETag"), kind.body), api.delete(path, written.header("ETag")))) {
            assertProblem(late, 412, "stale-version");
            assertThat(late.header("ETag")).isEqualTo(overtaking.header("ETag"));
        }
        assertThat(parts(kind)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeSaysWhatItIsMadeFrom(Kind kind) {
        assertProblem(api.put(first(kind), kind.body), 428, "version-required");
        assertProblem(api.send(api.request(first(kind)).DELETE()), 428, "version-required");
        assertProblem(api.delete(first(kind), "*"), 428, "version-required");
    }

    @ParameterizedTest
    @EnumSource
    void aPartOfAnotherRecordIsNotFound(Kind kind) {
        var other = api.putFirst("/api/appointments/" + api.newVisit(patient) + "/record", """
                {"chiefComplaint": "A", "subjective": "", "objective": "", "assessment": "", "plan": ""}
                """);
        var foreign = api.post(kind.in(other.header("Location")), kind.body);

        for (var id : List.of(foreign.id(), UUID.randomUUID().toString())) {
            var path = kind.in(record) + "/" + id;
            assertProblem(api.put(path, written.header("ETag"), kind.body), 404, "not-found");
            assertProblem(api.delete(path, written.header("ETag")), 404, "not-found");
            assertProblem(api.delete(path, "\"stale\""), 404, "not-found");
            assertThat(api.delete(path, written.header("ETag"))
                            .json()
                            .path("detail")
                            .stringValue())
                    .isEqualTo("There is no such " + kind.noun + ".");
        }
        assertThat(tag()).isEqualTo(written.header("ETag"));
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatDoesNotExistHasNoParts(Kind kind) {
        var nowhere = "/api/records/" + UUID.randomUUID();

        assertProblem(api.post(kind.in(nowhere), kind.body), 404, "not-found");
        assertProblem(api.put(kind.in(nowhere) + "/" + UUID.randomUUID(), "\"1\"", kind.body), 404, "not-found");
        assertProblem(api.delete(kind.in(nowhere) + "/" + UUID.randomUUID(), "\"1\""), 404, "not-found");
        assertProblem(api.post(kind.in("/api/records/7"), kind.body), 400, "malformed-request");
        assertProblem(api.delete(kind.in(record) + "/7", written.header("ETag")), 400, "malformed-request");
    }

    @ParameterizedTest
    @EnumSource
    void aPartNamesNoIdOfItsOwn(Kind kind) {
        var body = ((ObjectNode) Api.JSON.readTree(kind.body))
                .put("id", UUID.randomUUID().toString());

        for (var refused :
                List.of(api.post(kind.in(record), body), api.put(first(kind), written.header("ETag"), body))) {
            assertProblem(refused, 400, "validation-failed");
            assertThat(refused.errors()).containsExactly(entry("id", "unknown"));
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(api.post(Kind.SYMPTOM.in(record), "{\"severity\": 0, \"notes\": \" \"}")
                        .errors())
                .containsOnly(entry("name", "required"), entry("severity", "out-of-range"), entry("notes", "blank"));
        assertThat(api.post(Kind.PRESCRIPTION.in(record), "{\"medication\": \"\", \"refills\": 100}")
                        .errors())
                .containsOnly(
                        entry("medication", "blank"),
                        entry("dosage", "required"),
                        entry("frequency", "required"),
                        entry("duration", "required"),
                        entry("refills", "out-of-range"));
    }

    @ParameterizedTest
    @EnumSource
    void thereIsRoomForTwoHundred(Kind kind) {
        var body = (ObjectNode) Api.JSON.readTree("""
                {"chiefComplaint": "A", "subjective": "", "objective": "", "assessment": "", "plan": ""}
                """);
        var list = body.putArray(kind.plural);
        for (var i = 0; i < 199; i++) list.add(Api.JSON.readTree(kind.body));
        api.put(record, written.header("ETag"), body);

        var last = api.post(kind.in(record), kind.body);
        var tooMany = api.post(kind.in(record), kind.body);

        assertThat(last.status()).isEqualTo(201);
        assertProblem(tooMany, 400, "validation-failed");
        assertThat(tooMany.errors()).containsExactly(entry(kind.plural, "too-many"));
        assertThat(parts(kind)).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource
    void textComesBackEqualToTheByte(Kind kind) {
        var longest = "🫀".repeat(20_000);
        var body =
                ((ObjectNode) Api.JSON.readTree(kind.body)).put(kind.line, TEXT).put(kind.remark, longest);

        var added = api.post(kind.in(record), body);
        var changed = api.put(added.header("Location"), added.header("ETag"), body);

        for (var part : List.of(added.json(), changed.json(), parts(kind).getLast())) {
            assertThat(part.path(kind.line).stringValue()).isEqualTo(TEXT);
            assertThat(part.path(kind.remark).stringValue()).isEqualTo(longest);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrittenOfAVisitThatWasCalledOff(Kind kind) {
        var path = first(kind);
        api.put("/api/appointments/" + appointment + "/status", "{\"status\": \"cancelled\"}");

        for (var refused : List.of(
                api.post(kind.in(record), kind.body),
                api.put(path, written.header("ETag"), kind.body),
                api.delete(path, written.header("ETag")))) {
            assertProblem(refused, 409, "illegal-transition");
            assertThat(refused.json().path("from").stringValue()).isEqualTo("cancelled");
        }
        assertThat(tag()).isEqualTo(written.header("ETag"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoMayWriteTheRecordWritesItsParts(Kind kind) {
        var colleague = api.asNewProvider();
        var stranger = api.asNewProvider();
        api.post("/api/appointments", Api.booking(patient).put("providerId", colleague.myId()));
        var path = first(kind);

        assertProblem(colleague.post(kind.in(record), kind.body), 403, "forbidden");
        assertProblem(colleague.put(path, written.header("ETag"), kind.body), 403, "forbidden");
        assertProblem(colleague.delete(path, written.header("ETag")), 403, "forbidden");
        assertProblem(stranger.post(kind.in(record), kind.body), 404, "not-found");
        assertProblem(stranger.put(path, written.header("ETag"), kind.body), 404, "not-found");
        assertProblem(stranger.delete(path, written.header("ETag")), 404, "not-found");
        assertThat(tag()).isEqualTo(written.header("ETag"));
    }

    @Test
    void ofManyThatAreAddedAtOnceNoneIsLost() throws Exception {
        var add = (Callable<Integer>)
                () -> api.post(Kind.SYMPTOM.in(record), Kind.SYMPTOM.body).status();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    clients.invokeAll(IntStream.range(0, 20).mapToObj(_ -> add).toList());

            assertThat(answers).extracting(answer -> answer.get()).containsOnly(201);
        }
        assertThat(parts(Kind.SYMPTOM)).hasSize(21);
    }

    @Test
    void anotherFormatThanJsonIsNotTaken() {
        var refused = api.send(api.request(Kind.SYMPTOM.in(record))
                .POST(BodyPublishers.ofString("cough"))
                .header("Content-Type", "text/plain"));

        assertProblem(refused, 415, "unsupported-media-type");
    }

    private List<JsonNode> parts(Kind kind) {
        return api.get(record).json().path(kind.plural).valueStream().toList();
    }

    private String first(Kind kind) {
        return kind.in(record)
                + "/"
                + written.json().path(kind.plural).path(0).path("id").stringValue();
    }

    private String tag() {
        return api.get(record).header("ETag");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    enum Kind {
        SYMPTOM(
                "symptom",
                "symptoms",
                "name",
                "notes",
                "{\"name\": \"wheeze\", \"severity\": 9, \"aiGenerated\": true}"),
        PRESCRIPTION(
                "prescription",
                "prescriptions",
                "medication",
                "instructions",
                "{\"medication\": \"Codeine\", \"dosage\": \"15 mg\", \"frequency\": \"at night\", \"duration\": \"3 days\", \"aiGenerated\": true}");

        private final String noun;
        private final String plural;
        private final String line;
        private final String remark;
        private final String body;

        Kind(String noun, String plural, String line, String remark, String body) {
            this.noun = noun;
            this.plural = plural;
            this.line = line;
            this.remark = remark;
            this.body = body;
        }

        String in(String record) {
            return record + "/" + plural;
        }
    }
}
