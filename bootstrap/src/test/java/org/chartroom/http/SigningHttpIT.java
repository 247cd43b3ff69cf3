package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartroom.http.Api.Answer;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record is signed, reviewed and added to; and what is still to be done is listed. */
class SigningHttpIT {

    private static final String RIGHT = "{\"password\": \"" + Api.PASSWORD + "\"}";

    private final Api okafor = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();
    private final String visit = okafor.newAppointment(patient);
    private final String record = written(visit);

    @Test
    void theFirstSignatureIsTheAuthorsAndIsOfTheRecordAsClientsReadIt() throws Exception {
        var signed = sign(okafor);

        assertThat(signed.status()).isEqualTo(200);
        var signature = signed.json();
        assertThat(signature.path("meaning").stringValue()).isEqualTo("author");
        assertThat(signature.path("providerId").stringValue()).isEqualTo(okafor.myId());
        assertThat(signature.path("signer").stringValue()).isNotBlank();
        assertThat(signature.path("sha256").stringValue())
                .isEqualTo(sha256(new JsonCanonicalizer(
                                withoutTimes(okafor.get(path("")).json()).toString())
                        .getEncodedUTF8()));
        assertThat(okafor.get(path("/signatures")).json().path("items")).containsExactly(signature);
    }

    @Test
    void aColleagueOfTheCareTeamReviews() {
        var lindqvist = colleague();

        var early = sign(lindqvist);
        sign(okafor);
        var review = sign(lindqvist);

        assertThat(early.code()).isEqualTo("forbidden");
        assertThat(review.json().path("meaning").stringValue()).isEqualTo("reviewer");
        assertThat(lindqvist.get(path("/signatures")).json().path("items"))
                .hasSize(2)
                .allSatisfy(signature ->
                        assertThat(signature.path("valid").booleanValue()).isTrue());
        assertThat(lindqvist.post(path("/addenda"), "{\"text\": \"x\"}").code()).isEqualTo("forbidden");
    }

    @Test
    void theWrongPasswordSignsNothingAndIsNotTriedForEver() {
        Answer answer;
        do {
            answer = okafor.post(path("/signature"), "{\"password\": \"wrong\"}");
            if (answer.status() == 400) assertThat(answer.errors()).containsEntry("password", "wrong");
        } while (answer.status() == 400);

        assertThat(answer.code()).isEqualTo("too-many-attempts");
        assertThat(okafor.get(path("/signatures")).json().path("items")).isEmpty();
    }

    @Test
    void anUnfinishedRecordIsNotSignedAndWhatIsMissingIsNamed() {
        var unfinished = okafor.post(
                        "/api/appointments/" + okafor.newAppointment(patient) + "/visit",
                        "{\"record\": {\"chiefComplaint\": \"Cough\", \"subjective\": \" \", \"objective\": \"b\", \"assessment\": \"c\", \"plan\": \"\"}}")
                .json()
                .path("record")
                .path("id")
                .stringValue();

        var refused = okafor.post("/api/records/" + unfinished + "/signature", RIGHT);

        assertThat(refused.code()).isEqualTo("not-signable");
        assertThat(refused.json().path("blank").valueStream().map(JsonNode::stringValue))
                .containsExactly("subjective", "plan");
    }

    @Test
    void ofFiftyWhoSignAtOnceOneDoes() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(Collections.nCopies(50, (Callable<Answer>) () -> sign(okafor))).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .extracting(Answer::code)
                    .isSubsetOf("already-exists", "too-many-attempts", "temporarily-unavailable");
        }
        assertThat(okafor.get(path("/signatures")).json().path("items")).hasSize(1);
    }

    @Test
    void whoEditsWhileItIsSignedIsEitherSignedForOrRefused() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var edits = clients.invokeAll(List.<Callable<Answer>>of(
                    () -> sign(okafor),
                    () -> okafor.post(path("/symptoms"), "{\"name\": \"Fever\"}"),
                    () -> okafor.post(path("/symptoms"), "{\"name\": \"Rash\"}")));
            assertThat(edits.stream().map(Future::resultNow).map(Answer::status))
                    .isSubsetOf(200, 201, 409);
        }

        assertThat(okafor.get(path("/signatures")).json().path("items"))
                .allSatisfy(signature ->
                        assertThat(signature.path("valid").booleanValue()).isTrue());
    }

    @Test
    void aSignedRecordIsNotChangedInAnyWay() {
        var before = okafor.get(path(""));
        var symptom = before.json().path("symptoms").path(0).path("id").stringValue();
        var prescription =
                before.json().path("prescriptions").path(0).path("id").stringValue();
        var tag = before.header("ETag");
        sign(okafor);
        var text =
                "{\"chiefComplaint\": \"a\", \"subjective\": \"\", \"objective\": \"\", \"assessment\": \"\", \"plan\": \"\"}";
        var drug = "{\"medication\": \"a\", \"dosage\": \"b\", \"frequency\": \"c\", \"duration\": \"d\"}";

        assertThat(List.of(
                        okafor.put(path(""), tag, text),
                        okafor.put("/api/appointments/" + visit + "/record", tag, text),
                        okafor.post(path("/symptoms"), "{\"name\": \"Fever\"}"),
                        okafor.put(path("/symptoms/" + symptom), tag, "{\"name\": \"Fever\"}"),
                        okafor.delete(path("/symptoms/" + symptom), tag),
                        okafor.post(path("/prescriptions"), drug),
                        okafor.put(path("/prescriptions/" + prescription), tag, drug),
                        okafor.delete(path("/prescriptions/" + prescription), tag)))
                .extracting(Answer::code)
                .containsOnly("record-signed");
        assertThat(okafor.get(path("")).body()).isEqualTo(before.body());
    }

    @Test
    void whatIsToBeSaidLaterIsAdded() {
        var early = okafor.post(path("/addenda"), "{\"text\": \"x\"}");
        sign(okafor);
        for (var text : List.of("No fever.", "<script> \u202e🫀"))
            assertThat(okafor.post(path("/addenda"), Api.JSON.createObjectNode().put("text", text))
                            .status())
                    .isEqualTo(201);

        assertThat(early.code()).isEqualTo("not-signed");
        assertThat(okafor.get(path("/addenda"))
                        .json()
                        .path("items")
                        .valueStream()
                        .map(addendum ->
                                addendum.path("number") + addendum.path("text").stringValue() + addendum.path("valid")))
                .containsExactly("1No fever.true", "2<script> \u202e🫀true");
        var shown = okafor.get("/api/patients/" + patient + "/chart").json().at("/appointments/0/record");
        assertThat(shown.path("addenda")).hasSize(2);
        assertThat(shown.at("/signatures/0/meaning").stringValue()).isEqualTo("author");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"\"}", "{}", "{\"text\": \" \"}"})
    void anEmptyAddendumIsRefused(String body) {
        sign(okafor);

        assertThat(okafor.post(path("/addenda"), body).errors()).containsKey("text");
    }

    @Test
    void aPatientWhoseRecordIsSignedIsDeletedOnlyWhenThatIsMeant() {
        sign(okafor);
        var tag = okafor.get("/api/patients/" + patient).header("ETag");

        var refused = okafor.delete("/api/patients/" + patient, tag);
        var deleted = okafor.delete("/api/patients/" + patient + "?confirmSigned=true", tag);

        assertThat(refused.code()).isEqualTo("record-signed");
        assertThat(deleted.json().at("/deleted/signatures").intValue()).isEqualTo(1);
        assertThat(okafor.get(path("/signatures")).status()).isEqualTo(404);
    }

    @Test
    void aRecordOfAVisitThatWasCalledOffIsNotSigned() {
        var begun = okafor.newVisit(patient);
        var unsigned = okafor.putFirst(
                        "/api/appointments/" + begun + "/record",
                        "{\"chiefComplaint\": \"a\", \"subjective\": \"b\", \"objective\": \"c\", \"assessment\": \"d\", \"plan\": \"e\"}")
                .id();
        okafor.put("/api/appointments/" + begun + "/status", "{\"status\": \"cancelled\"}");

        assertThat(okafor.post("/api/records/" + unsigned + "/signature", RIGHT).code())
                .isEqualTo("illegal-transition");
        assertThat(okafor.post("/api/records/" + unsigned + "/addenda", "{\"text\": \"x\"}")
                        .code())
                .isEqualTo("illegal-transition");
    }

    @Test
    void theWorklistHasWhatIsToBeWrittenAndToBeSignedTheOldestFirst() {
        var completed = okafor.newVisit(patient);
        okafor.put("/api/appointments/" + completed + "/status", "{\"status\": \"completed\"}");

        assertThat(tasks("/api/worklist"))
                .containsExactlyInAnyOrder("sign_record " + visit, "write_record " + completed);
        var first = okafor.get("/api/worklist?limit=1").json();
        assertThat(tasks("/api/worklist?limit=1&cursor=" + first.path("next").stringValue()))
                .hasSize(1)
                .doesNotContainAnyElementsOf(tasks("/api/worklist?limit=1"));
        sign(okafor);
        assertThat(tasks("/api/worklist")).containsExactly("write_record " + completed);
    }

    private List<String> tasks(String path) {
        return okafor.get(path)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("task").stringValue() + " "
                        + item.path("appointmentId").stringValue())
                .toList();
    }

    private Api colleague() {
        var colleague = Api.demo().asNewProvider();
        var booked = okafor.post("/api/appointments", Api.booking(patient).put("providerId", colleague.myId()));
        assertThat(booked.status()).isEqualTo(201);
        return colleague;
    }

    private Answer sign(Api as) {
        return as.post(path("/signature"), RIGHT);
    }

    private String path(String below) {
        return "/api/records/" + record + below;
    }

    private String written(String visit) {
        return okafor.post("/api/appointments/" + visit + "/visit", """
                        {"record": {"chiefComplaint": "Cough", "subjective": "For a week.", "objective": "Clear.",
                                    "assessment": "Viral \u00e9 \\" 🫀.", "plan": "Rest.\\r\\n",
                                    "aiTranscript": "[doctor] \\u0007 Good morning",
                                    "symptoms": [{"name": "Cough", "severity": 4}],
                                    "prescriptions": [{"medication": "A", "dosage": "B", "frequency": "C", "duration": "D"}]}}
                        """)
                .json()
                .path("record")
                .path("id")
                .stringValue();
    }

    private static JsonNode withoutTimes(JsonNode record) {
        var times = List.of("createdAt", "updatedAt");
        ((ObjectNode) record).remove(times);
        for (var parts : List.of("symptoms", "prescriptions"))
            record.path(parts).forEach(part -> ((ObjectNode) part).remove(times));
        return record;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
