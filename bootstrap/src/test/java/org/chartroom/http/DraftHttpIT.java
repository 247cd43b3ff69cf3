package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class DraftHttpIT {

    private static final String RECORD = """
            {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "", "plan": ""}
            """;

    private final Api okafor = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();
    private final String visit = okafor.newVisit(patient);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                """
                {"subjective": "", "plan": " \\r\\n", "aiTranscript": null}
                """,
                """
                {"chiefComplaint": "<script>", "assessment": "\u202e\uD83E\uDEC0", "symptoms": [{}, {"severity": 4}],
                 "prescriptions": [{"medication": "Amoxi"}]}
                """,
            })
    void aNoteIsReadAsItWasSavedHoweverMuchOfItIsMissing(String note) {
        var saved = save(okafor, note);

        var draft = okafor.get(draft());
        assertThat(saved.status()).as(saved.body()).isEqualTo(204);
        assertThat(draft.json().path("appointmentId").stringValue()).isEqualTo(visit);
        for (var field : Api.JSON.readTree(note).properties())
            if (field.getValue().isString())
                assertThat(draft.json().path("note").path(field.getKey())).isEqualTo(field.getValue());
        assertThat(draft.json().path("note").path("symptoms").size())
                .isEqualTo(Api.JSON.readTree(note).path("symptoms").size());
    }

    @Test
    void aLongNoteIsKeptToTheByte() {
        var note = note().put("subjective", "🫀".repeat(20_000)).put("aiTranscript", "ø\r\n".repeat(100_000));

        save(okafor, note.toString());

        var draft = okafor.get(draft()).json().path("note");
        assertThat(draft.path("subjective")).isEqualTo(note.path("subjective"));
        assertThat(draft.path("aiTranscript")).isEqualTo(note.path("aiTranscript"));
    }

    @Test
    void savingAgainTakesThePlaceOfWhatWasSaved() {
        save(okafor, "{\"plan\": \"Rest\", \"objective\": \"Chest clear\"}");
        var first = okafor.get(draft()).json();

        save(okafor, "{\"plan\": \"Rest and fluids\"}");

        var second = okafor.get(draft()).json();
        assertThat(second.path("note").path("plan").stringValue()).isEqualTo("Rest and fluids");
        assertThat(second.path("note").path("objective").isNull()).isTrue();
        assertThat(second.path("createdAt")).isEqualTo(first.path("createdAt"));
        assertThat(second.path("updatedAt").stringValue())
                .isGreaterThan(first.path("updatedAt").stringValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"symptoms": [{"name": "Cough"}, {"severity": 11}]}  | symptoms[1].severity     | out-of-range
            {"prescriptions": [{"refills": -1}]}                 | prescriptions[0].refills | out-of-range
            {"plan": "\\u0000"}                                  | plan                     | unstorable
            {"symptoms": [{"notes": "\\ud800"}]}                 | symptoms[0].notes        | unstorable
            {"symptoms": [null]}                                 | symptoms[0]              | required
            {"symptoms": 1}                                      | symptoms                 | malformed
            {"signed": true}                                     | signed                   | malformed
            """)
    void whatNoRecordCouldHoldIsRefusedAndTheDraftStays(String note, String field, String code) {
        save(okafor, "{\"plan\": \"Rest\"}");
        var before = okafor.get(draft()).body();

        var refused = save(okafor, note);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry(field, code);
        assertThat(okafor.get(draft()).body()).isEqualTo(before);
    }

    @Test
    void whoseDraftItIsAloneSeesItAndOnlyWhoMayWriteKeepsOne() {
        var colleague = Api.demo().asNewProvider();
        var booked = okafor.post("/api/appointments", Api.booking(patient).put("providerId", colleague.myId()));
        save(okafor, "{\"plan\": \"Rest\"}");

        assertThat(booked.status()).isEqualTo(201);
        assertThat(colleague.get(draft()).code()).isEqualTo("not-found");
        assertThat(colleague.delete(draft()).code()).isEqualTo("not-found");
        assertThat(save(colleague, "{}").code()).isEqualTo("forbidden");
        assertThat(save(Api.demo().asNewProvider(), "{}").code()).isEqualTo("not-found");
        assertThat(okafor.get(draft()).status()).isEqualTo(200);
    }

    @Test
    void aDraftIsGoneWhenItsWriterSavesTheRecordAndStaysWhenSomebodyElseDoes() {
        var colleague = Api.demo().asNewProvider();
        var theirs = colleague.myId();
        var booking = Api.booking(patient).put("providerId", theirs);
        var shared = okafor.post("/api/appointments", booking).id();
        for (var status : List.of("checked_in", "in_progress"))
            okafor.put("/api/appointments/" + shared + "/status", "{\"status\": \"" + status + "\"}");
        for (var provider : List.of(okafor, colleague))
            provider.put("/api/appointments/" + shared + "/draft", "{\"plan\": \"Rest\"}");

        var written = okafor.putFirst("/api/appointments/" + shared + "/record", RECORD);

        assertThat(written.status()).isEqualTo(201);
        assertThat(okafor.get("/api/appointments/" + shared + "/draft").status())
                .isEqualTo(404);
        assertThat(colleague.get("/api/appointments/" + shared + "/draft").status())
                .isEqualTo(200);
        colleague.put("/api/records/" + written.id(), written.header("ETag"), RECORD);
        assertThat(colleague.get("/api/appointments/" + shared + "/draft").status())
                .isEqualTo(404);
    }

    @Test
    void aDraftIsGoneWhenTheVisitIsWrittenUp() {
        save(okafor, "{\"plan\": \"Rest\"}");

        okafor.post("/api/appointments/" + visit + "/visit", "{\"record\": " + RECORD + "}");

        assertThat(okafor.get(draft()).status()).isEqualTo(404);
    }

    @Test
    void aRecordThatIsRefusedLeavesTheDraft() {
        save(okafor, "{\"plan\": \"Rest\"}");

        var refused = okafor.putFirst("/api/appointments/" + visit + "/record", "{\"chiefComplaint\": \"\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(okafor.get(draft()).status()).isEqualTo(200);
    }

    @Test
    void theTrailTellsWhenADraftIsBegunAndWhenItEnds() {
        for (var n = 0; n < 3; n++) save(okafor, "{\"plan\": \"Rest\"}");
        okafor.get(draft());
        okafor.delete(draft());

        assertThat(TestServer.admin("http_demo")
                        .sql(
                                "select action from audit.event where kind = 'draft' and object_id = :visit::uuid order by id")
                        .param("visit", visit)
                        .query(String.class)
                        .list())
                .containsExactly("create", "delete");
    }

    @Test
    void fiftyClientsSaveAtOnceAndEachFindsItsLast() throws Exception {
        var visits = IntStream.range(0, 50)
                .mapToObj(_ -> okafor.newAppointment(patient))
                .toList();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = clients.invokeAll(visits.stream()
                    .map(each -> (Callable<List<Answer>>) () -> IntStream.range(0, 5)
                            .mapToObj(n ->
                                    okafor.put("/api/appointments/" + each + "/draft", note().put("plan", each + n)))
                            .toList())
                    .toList());

            assertThat(all.stream().map(Future::resultNow).flatMap(List::stream))
                    .allSatisfy(saved -> assertThat(saved.status()).isEqualTo(204));
        }
        assertThat(visits)
                .allSatisfy(each -> assertThat(okafor.get("/api/appointments/" + each + "/draft")
                                .json()
                                .path("note")
                                .path("plan")
                                .stringValue())
                        .isEqualTo(each + "4"));
    }

    private Answer save(Api as, String note) {
        return as.put(draft(), note);
    }

    private String draft() {
        return "/api/appointments/" + visit + "/draft";
    }

    private static ObjectNode note() {
        return Api.JSON.createObjectNode();
    }
}
