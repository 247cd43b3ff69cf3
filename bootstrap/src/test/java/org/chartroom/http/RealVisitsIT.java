package org.chartroom.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.chartroom.bootstrap.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversations between doctors and patients, with the notes that clinicians wrote of them, through the whole product
 * and back. {@code CHARTROOM_REAL_VISITS} names the file: JSON lines, one visit each.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("real_visits")
class RealVisitsIT {

    private static final @Nullable String FILE = System.getenv("CHARTROOM_REAL_VISITS");

    private static final Pattern PLAN_HEADING = Pattern.compile("(?m)^PLAN\\b.*$");

    private static final AtomicInteger SPANS = new AtomicInteger();

    private static final String DATABASE = "http_real_visits";

    private final Api api = Clinic.API;

    private final Api okafor = api.asNewProvider();

    @BeforeAll
    static void thereAreSome() {
        assumeTrue(FILE != null, "skipped: CHARTROOM_REAL_VISITS names no file of visits");
    }

    @AfterAll
    static void howManySpansWereRead() {
        if (FILE == null) return;
        System.out.println("Of accepted facts " + SPANS + " spans were read back to their quotes.");
        Clinic.API.stop();
    }

    @TestFactory
    List<DynamicTest> everyVisitIsReadBackEqualToTheByte() throws IOException {
        return visits(this::isReadBackEqual);
    }

    @TestFactory
    List<DynamicTest> everyNoteIsDraftedSavedEditedSignedAndAddedToAndNoStateOfItIsLost() throws IOException {
        return visits(this::isFollowedThroughItsLife);
    }

    @TestFactory
    List<DynamicTest> everySpanThatIsAcceptedReadsBackToItsQuote() throws IOException {
        return visits(this::isProposedFrom);
    }

    private static List<DynamicTest> visits(Consumer<JsonNode> check) throws IOException {
        return Files.readAllLines(Path.of(requireNonNull(FILE))).stream()
                .map(Api.JSON::readTree)
                .map(visit -> DynamicTest.dynamicTest(text(visit, "encounterId"), () -> check.accept(visit)))
                .toList();
    }

    private void isReadBackEqual(JsonNode visit) {
        var record = record(visit);
        var patient = api.post("/api/patients", patient(visit)).id();
        var appointment = api.newAppointment(patient);
        api.put("/api/appointments/" + appointment + "/status", "{\"status\": \"checked_in\"}");
        api.put("/api/appointments/" + appointment + "/status", "{\"status\": \"in_progress\"}");

        var written = api.post(
                "/api/appointments/" + appointment + "/visit",
                Api.JSON.createObjectNode().set("record", record));
        var shown = api.get("/api/patients/" + patient + "/chart?transcripts=true")
                .json()
                .path("appointments")
                .path(0);

        assertThat(written.status()).isEqualTo(201);
        assertThat(shown.path("status").stringValue()).isEqualTo("completed");
        assertThat(texts(shown.path("record"))).isEqualTo(texts(record));
        assertThat(stored(appointment)).isEqualTo(texts(record));
    }

    private void isFollowedThroughItsLife(JsonNode visit) {
        var note = finished(record(visit));
        var patient = okafor.post("/api/patients", patient(visit).put("confirmDuplicate", true))
                .id();
        var appointment = okafor.newVisit(patient);
        var chart = "/api/patients/" + patient + "/chart?transcripts=true";

        // in pieces, as it is written
        var draft = Api.JSON.createObjectNode();
        for (var part : note.properties()) {
            draft.set(part.getKey(), part.getValue());
            okafor.put("/api/appointments/" + appointment + "/draft", draft);
        }
        assertThat(texts(okafor.get("/api/appointments/" + appointment + "/draft")
                        .json()
                        .path("note")))
                .isEqualTo(texts(note));

        var states = new ArrayList<JsonNode>();
        var instants = new ArrayList<Instant>();
        var charts = new ArrayList<JsonNode>();
        var saved = okafor.putFirst("/api/appointments/" + appointment + "/record", note);
        var record = "/api/records/" + saved.id();
        for (var edit = 0; edit <= 2; edit++) {
            if (edit > 0) {
                note.put("plan", note.path("plan").stringValue() + " Edited " + edit + ".");
                okafor.put(record, okafor.get(record).header("ETag"), note);
            }
            states.add(note.deepCopy());
            charts.add(okafor.get(chart).json());
            instants.add(Instant.now().truncatedTo(ChronoUnit.MICROS).plusNanos(1)); // so that no digit is left out
        }
        var signed = okafor.post(record + "/signature", "{\"password\": \"" + Api.PASSWORD + "\"}");
        var text = note.path("subjective").stringValue();
        okafor.post(record + "/addenda", Api.JSON.createObjectNode().put("text", text));

        assertThat(okafor.get("/api/appointments/" + appointment + "/draft").status())
                .isEqualTo(404);
        for (var edit = 0; edit <= 2; edit++) {
            var version = okafor.get(record + "/versions/" + (edit + 1)).json().path("content");
            assertThat(texts(version)).isEqualTo(texts(states.get(edit)));
            assertThat(okafor.get(chart + "&asOf=" + instants.get(edit)).json()).isEqualTo(charts.get(edit));
        }
        var diff = okafor.get(record + "/versions/3/diff?from=1").json();
        assertThat(diff.path("fields")).hasSize(1);
        assertThat(diff.at("/fields/0/segments")
                        .valueStream()
                        .filter(segment -> segment.path("change").stringValue().equals("insert"))
                        .map(segment -> segment.path("text").stringValue().strip()))
                .containsExactly("Edited 1. Edited 2.");
        assertThat(signed.status()).isEqualTo(200);
        assertThat(okafor.get(record + "/signatures").json().path("items"))
                .hasSize(1)
                .allSatisfy(signature ->
                        assertThat(signature.path("valid").booleanValue()).isTrue());
        assertThat(okafor.get(record + "/addenda").json().at("/items/0/text").stringValue())
                .isEqualTo(text);
    }

    private void isProposedFrom(JsonNode visit) {
        var note = finished(record(visit));
        var transcript = note.path("aiTranscript").stringValue();
        var patient = okafor.post("/api/patients", patient(visit).put("confirmDuplicate", true))
                .id();
        var saved = okafor.putFirst("/api/appointments/" + okafor.newVisit(patient) + "/record", note);
        var record = "/api/records/" + saved.id();
        var spans = spans(transcript);

        var sent = okafor.post(record + "/proposals", proposals(transcript, spans, 0));
        assertThat(sent.status()).isEqualTo(201);
        var ids = sent.json()
                .path("items")
                .valueStream()
                .map(each -> each.path("id").stringValue())
                .toList();
        for (var i = 0; i < ids.size(); i++)
            okafor.put(
                    record + "/proposals/" + ids.get(i),
                    switch (i % 3) {
                        case 0 -> "{\"decision\": \"accepted\"}";
                        case 1 ->
                            "{\"decision\": \"edited\", \"content\": {\"symptom\": {\"name\": \"as the clinician says\"}}}";
                        default -> "{\"decision\": \"rejected\"}";
                    });

        var kept =
                okafor.get(record + "/transcript").json().path("aiTranscript").stringValue();
        var shown = okafor.get("/api/patients/" + patient + "/chart").json().at("/appointments/0/record");
        var facts = shown.path("symptoms")
                .valueStream()
                .map(each -> each.path("id"))
                .toList();
        assertThat(shown.path("provenance")).hasSize(facts.size());
        for (var from : shown.path("provenance")) {
            assertThat(facts).contains(from.path("factId"));
            for (var piece : from.path("evidence")) {
                var start = kept.offsetByCodePoints(0, piece.path("start").intValue());
                var end = kept.offsetByCodePoints(0, piece.path("end").intValue());
                assertThat(kept.substring(start, end))
                        .isEqualTo(piece.path("quote").stringValue());
                SPANS.incrementAndGet();
            }
        }
        assertThat(okafor.post(record + "/proposals", proposals(transcript, spans, 1))
                        .status())
                .as("shifted")
                .isEqualTo(400);
        assertThat(okafor.post(record + "/proposals", proposals(transcript.replace(' ', '_'), spans, 0))
                        .status())
                .as("altered")
                .isEqualTo(400);
        var other = okafor.putFirst(
                "/api/appointments/" + okafor.newVisit(patient) + "/record",
                note.put("aiTranscript", "[doctor] " + transcript));
        assertThat(okafor.post("/api/records/" + other.id() + "/proposals", proposals(transcript, spans, 0))
                        .status())
                .as("of another record's transcript")
                .isEqualTo(400);
    }

    /** From each line but the shortest some words, by the place where they begin and end in code points. */
    private static List<int[]> spans(String transcript) {
        var spans = new ArrayList<int[]>();
        var begin = 0;
        for (var line : transcript.split("\n", -1)) {
            var length = line.codePointCount(0, line.length());
            if (length > 30 && spans.size() < 60) spans.add(new int[] {begin + 9, begin + 30});
            begin += length + 1;
        }
        return spans;
    }

    private static ObjectNode proposals(String transcript, List<int[]> spans, int shift) {
        var body = Api.JSON.createObjectNode();
        body.putObject("engine").put("name", "Scribe").put("version", "2026.1");
        var proposals = body.putArray("proposals");
        for (var span : spans) {
            var from = transcript.offsetByCodePoints(0, span[0]);
            var quote = transcript.substring(from, transcript.offsetByCodePoints(from, span[1] - span[0]));
            if (quote.isBlank()) continue;
            var proposal = proposals.addObject();
            proposal.putObject("content").putObject("symptom").put("name", quote);
            proposal.putArray("evidence")
                    .addObject()
                    .put("start", span[0] + shift)
                    .put("end", span[1] + shift)
                    .put("quote", quote);
        }
        return body;
    }

    /** With something in each of its texts. */
    private static ObjectNode finished(ObjectNode record) {
        for (var part : List.of("chiefComplaint", "subjective", "objective", "assessment", "plan"))
            if (record.path(part).stringValue().isBlank()) record.put(part, "Nothing recorded.");
        return record;
    }

    private static ObjectNode patient(JsonNode visit) {
        var age = text(visit, "patientAge");
        var gender = text(visit, "patientGender");
        var unknown = "Unknown " + text(visit, "encounterId");
        return Api.JSON
                .createObjectNode()
                .put("firstName", orElse(text(visit, "patientFirstName"), unknown))
                .put("lastName", orElse(text(visit, "patientLastName"), unknown))
                .put(
                        "dateOfBirth",
                        (age.isEmpty() ? Year.of(1970) : Year.of(2020 - (int) Double.parseDouble(age))) + "-01-01")
                .put("sex", orElse(gender, "other"));
    }

    private static ObjectNode record(JsonNode visit) {
        var both = visit.path("assessmentAndPlan").stringValue();
        var heading = PLAN_HEADING.matcher(both);
        var isSplit = heading.find() && heading.start() > 0;
        return Api.JSON
                .createObjectNode()
                .put("chiefComplaint", visit.path("chiefComplaint").stringValue())
                .put("subjective", visit.path("subjective").stringValue())
                .put(
                        "objective",
                        visit.path("objectiveExam").stringValue() + "\n\n"
                                + visit.path("objectiveResults").stringValue())
                .put("assessment", isSplit ? both.substring(0, heading.start()) : both)
                .put("plan", isSplit ? both.substring(heading.start()) : "See assessment.")
                .put("aiTranscript", visit.path("transcript").stringValue());
    }

    private static List<String> texts(JsonNode record) {
        return List.of("chiefComplaint", "subjective", "objective", "assessment", "plan", "aiTranscript").stream()
                .map(name -> record.path(name).stringValue())
                .toList();
    }

    private static List<String> stored(String appointment) {
        return TestServer.admin(DATABASE)
                .sql("""
                select chief_complaint, subjective, objective, assessment, plan, ai_transcript
                  from clinic.medical_record
                 where appointment_id = :id::uuid
                """)
                .param("id", appointment)
                .query((row, _) -> List.of(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .single();
    }

    private static String text(JsonNode visit, String name) {
        return visit.path(name).stringValue("").strip();
    }

    private static String orElse(String text, String missing) {
        return text.isEmpty() ? missing : text;
    }

    /** Served where there are visits to read. */
    private static final class Clinic {

        static final Api API = Api.patient(DATABASE);
    }
}
