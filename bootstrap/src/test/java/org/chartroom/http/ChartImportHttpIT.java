package org.chartroom.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Charts that are taken over from elsewhere: all or none, each wrong line told, each patient once. */
class ChartImportHttpIT {

    private static final String PATH = "/api/import/charts";

    /** What only the server sets in a chart, and what is not there when it comes from elsewhere. */
    private static final Set<String> THE_SERVERS = Set.of(
            "providerId",
            "patientId",
            "appointmentId",
            "createdAt",
            "updatedAt",
            "bmi",
            "incomplete",
            "signatures",
            "addenda",
            "provenance");

    private static final Api OKAFOR = Api.demo().asNewProvider();
    private static final Api LINDQVIST = Api.demo().asNewProvider();

    @Test
    void aChartReadsAsItCame() {
        var chart = wholeChart();

        var imported = imported(OKAFOR, chart.toString());

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.body()).isEqualTo("{\"imported\":1,\"existing\":0}");
        assertThat(brought(chartOf(OKAFOR, chart))).isEqualTo(brought(chart));
    }

    @Test
    void aChartThatIsReadCanBeTakenOverByAnother() {
        var chart = wholeChart();
        imported(OKAFOR, chart.toString());
        var read = brought(chartOf(OKAFOR, chart));
        ((ObjectNode) read.path("patient")).put("id", UUID.randomUUID().toString());

        var imported = imported(LINDQVIST, read.toString());

        assertThat(imported.body()).isEqualTo("{\"imported\":1,\"existing\":0}");
        assertThat(brought(chartOf(LINDQVIST, read))).isEqualTo(read);
    }

    @Test
    void whatIsImportedAgainStaysAsItIs() {
        var chart = wholeChart();
        imported(OKAFOR, chart.toString());
        var before = chartOf(OKAFOR, chart);
        var other = minimal();

        var again = imported(
                OKAFOR, chart.deepCopy().put("allergies", (String) null).toString(), other.toString());

        assertThat(again.body()).isEqualTo("{\"imported\":1,\"existing\":1}");
        assertThat(chartOf(OKAFOR, chart)).isEqualTo(before);
        assertThat(isThere(OKAFOR, other)).isTrue();
    }

    @Test
    void aKeyOfIdempotencyIsNotLookedAt() {
        for (var chart : List.of(minimal(), minimal())) {
            var imported = OKAFOR.send(OKAFOR.request(PATH)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Idempotency-Key", "always the same".replace(' ', '-'))
                    .POST(BodyPublishers.ofString(chart.toString())));

            assertThat(imported.body()).isEqualTo("{\"imported\":1,\"existing\":0}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /patient/id                                     | null                   | patient.id                                      | required
            /patient/id                                     | "x"                    | patient.id                                      | malformed
            /patient/firstName                              | " "                    | patient.firstName                               | blank
            /patient/sex                                    | "f"                    | patient.sex                                     | malformed
            /patient/sex                                    | null                   | patient.sex                                     | required
            /patient/dateOfBirth                            | "2199-01-01"           | patient.dateOfBirth                             | in-future
            /patient/dateOfBirth                            | 7                      | patient.dateOfBirth                             | malformed
            /patient/email                                  | "x"                    | patient.email                                   | malformed
            /patient/createdAt                              | "2020-01-01T00:00:00Z" | patient.createdAt                               | malformed
            /patient                                        | null                   | patient                                         | required
            /allergies/1/severity                           | "bad"                  | allergies[1].severity                           | malformed
            /allergies/0/allergen                           | null                   | allergies[0].allergen                           | required
            /allergies/0/id                                 | null                   | allergies[0].id                                 | malformed
            /allergies/1                                    | null                   | allergies[1]                                    | required
            /chronicConditions/0/condition                  | ""                     | chronicConditions[0].condition                  | blank
            /appointments/0/status                          | "done"                 | appointments[0].status                          | malformed
            /appointments/0/status                          | "cancelled"            | appointments[0].status                          | wrong
            /appointments/0/appointmentDate                 | null                   | appointments[0].appointmentDate                 | required
            /appointments/1/overlapReason                   | "Urgent"               | appointments[1].allowOverlap                    | incomplete
            /appointments/1/allowOverlap                    | true                   | appointments[1].overlapReason                   | required
            /appointments/1/providerId                      | "01990a52-8f00-7000-8000-00000000ffff" | appointments[1].providerId      | unknown
            /appointments/0/vitalSigns/heartRate            | 1                      | appointments[0].vitalSigns.heartRate            | out-of-range
            /appointments/0/vitalSigns                      | {}                     | appointments[0].vitalSigns                      | required
            /appointments/0/record/chiefComplaint           | null                   | appointments[0].record.chiefComplaint           | required
            /appointments/0/record/symptoms/0/name          | ""                     | appointments[0].record.symptoms[0].name         | blank
            /appointments/0/record/symptoms/0/id            | "01990a52-8f00-7000-8000-00000000ffff" | appointments[0].record.symptoms[0].id | unknown
            /appointments/0/record/prescriptions/0/refills  | 100                    | appointments[0].record.prescriptions[0].refills | out-of-range
            /appointments/0/record/prescriptions/0/quantity | "x"                    | appointments[0].record.prescriptions[0].quantity | malformed
            /nonsense                                       | 1                      | nonsense                                        | malformed
            """)
    void whatIsWrongIsToldByItsLineAndPlace(String place, String value, String field, String code) {
        var before = minimal();
        var chart = put(wholeChart(), place, value);

        var refused = imported(OKAFOR, before.toString(), "", chart.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
        assertThat(refused.errors()).hasSize(1).containsEntry("lines[3]." + field, code);
        assertThat(isThere(OKAFOR, before)).isFalse();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var chart = put(
                put(put(wholeChart(), "/patient/firstName", "\"\""), "/allergies/0/severity", "\"x\""),
                "/appointments/0/record/plan",
                "null");
        put(chart, "/appointments/0/status", "\"no_show\"");

        var refused = imported(OKAFOR, chart.toString(), "{", "[]", "null");

        assertThat(refused.errors())
                .containsOnlyKeys(
                        "lines[1].patient.firstName",
                        "lines[1].allergies[0].severity",
                        "lines[1].appointments[0].record.plan",
                        "lines[1].appointments[0].status",
                        "lines[2]",
                        "lines[3]",
                        "lines[4]");
        assertThat(refused.json().path("detail").stringValue()).isEqualTo("7 fields are not acceptable.");
    }

    @Test
    void ofManyThatAreWrongAThousandAreTold() {
        var lines = IntStream.range(0, 1_500).mapToObj(_ -> "{}").toArray(String[]::new);

        var refused = imported(OKAFOR, lines);

        assertThat(refused.json().path("errors")).hasSize(1_000);
        assertThat(refused.json().path("detail").stringValue())
                .isEqualTo("1500 fields are not acceptable. The first 1000 are told here.");
    }

    @Test
    void aPatientOfAnotherIsRefusedWithoutSayingWhose() {
        var theirs = minimal();
        imported(LINDQVIST, theirs.toString());
        var shared = minimal();
        imported(LINDQVIST, shared.toString());
        LINDQVIST.post("/api/appointments", Api.booking(id(shared)).put("providerId", OKAFOR.myId()));

        for (var chart : List.of(theirs, shared)) {
            var refused = imported(OKAFOR, minimal().toString(), chart.toString());

            assertThat(refused.errors()).hasSize(1).containsEntry("lines[2].patient.id", "mismatch");
            assertThat(refused.body()).doesNotContain(LINDQVIST.myId());
        }
    }

    @Test
    void aPatientComesOnce() {
        var chart = minimal();

        var refused = imported(OKAFOR, chart.toString(), minimal().toString(), chart.toString());

        assertThat(refused.errors()).hasSize(1).containsEntry("lines[3].patient.id", "repeated");
        assertThat(isThere(OKAFOR, chart)).isFalse();
    }

    @Test
    void aProviderIsNotBookedTwice() {
        var taken = OKAFOR.post("/api/appointments", Api.booking(OKAFOR.newPatient()))
                .json()
                .path("appointmentDate")
                .stringValue();
        var free = Api.newTime().toString();

        var refused = imported(
                OKAFOR,
                booked(free, "scheduled").toString(),
                booked(taken, "checked_in").toString(),
                booked(free.replace(":00:00Z", ":19:00Z"), "in_progress").toString(),
                booked(free.replace(":00:00Z", ":39:00Z"), "scheduled").toString(),
                booked(taken, "completed").toString());

        assertThat(refused.errors())
                .hasSize(2)
                .containsEntry("lines[2].appointments[0].appointmentDate", "overlapping")
                .containsEntry("lines[3].appointments[0].appointmentDate", "overlapping");
    }

    @Test
    void aProviderIsBookedTwiceWhereSomebodySaysWhy() {
        var taken = OKAFOR.post("/api/appointments", Api.booking(OKAFOR.newPatient()))
                .json()
                .path("appointmentDate")
                .stringValue();
        var chart = booked(taken, "scheduled");
        ((ObjectNode) chart.path("appointments").path(0))
                .put("allowOverlap", true)
                .put("overlapReason", "Urgent.");

        assertThat(imported(OKAFOR, chart.toString()).status()).isEqualTo(200);

        var booked = chartOf(OKAFOR, chart).at("/appointments/0/id").stringValue();
        assertThat(OKAFOR.get("/api/appointments/" + booked)
                        .json()
                        .path("overlapReason")
                        .stringValue())
                .isEqualTo("Urgent.");
        assertThat(OKAFOR.post("/api/appointments", Api.booking(id(chart)).put("appointmentDate", taken))
                        .code())
                .isEqualTo("double-booked");
    }

    @Test
    void aColleagueWhoSawThePatientIsOnTheCareTeam() {
        var chart = booked(Api.newTime().toString(), "completed");
        ((ObjectNode) chart.path("appointments").path(0)).put("providerId", LINDQVIST.myId());

        imported(OKAFOR, chart.toString());

        assertThat(isThere(LINDQVIST, chart)).isTrue();
        assertThat(chartOf(LINDQVIST, chart).at("/patient/providerId").stringValue())
                .isEqualTo(OKAFOR.myId());
        assertThat(isThere(Api.demo(), chart)).isFalse();
    }

    @Test
    void whoIsImportedIsFoundTheirHistoryBeginsAndTheTrailTellsWhoDidIt() {
        var chart = wholeChart();
        ((ObjectNode) chart.path("patient")).put("lastName", "Ørsted-Importowana");

        var imported = imported(OKAFOR, chart.toString());

        var found = OKAFOR.get("/api/patients?name=orsted-importow").json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/id").stringValue()).isEqualTo(id(chart));
        var version =
                OKAFOR.get("/api/patients/" + id(chart) + "/versions").json().at("/items/0");
        assertThat(version.path("action").stringValue()).isEqualTo("create");
        assertThat(version.path("requestId").stringValue()).isEqualTo(imported.header("X-Request-Id"));
        assertThat(version.path("providerId").stringValue()).isEqualTo(OKAFOR.myId());
        var record = chartOf(OKAFOR, chart).at("/appointments/0/record/id").stringValue();
        assertThat(OKAFOR.get("/api/records/" + record + "/versions").json().path("items"))
                .hasSize(1);
        var accesses = OKAFOR.get("/api/patients/" + id(chart) + "/accesses")
                .json()
                .path("items")
                .valueStream()
                .map(access -> access.path("action").stringValue() + " "
                        + access.path("kind").stringValue());
        assertThat(accesses).contains("create chart");
    }

    @Test
    void anImportedRecordIsOneAsAnyOther() {
        var chart = wholeChart();
        imported(OKAFOR, chart.toString());
        var record = "/api/records/"
                + chartOf(OKAFOR, chart).at("/appointments/0/record/id").stringValue();

        assertThat(OKAFOR.post(record + "/signature", "{\"password\": \"" + Api.PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(OKAFOR.post(record + "/symptoms", "{\"name\": \"Cough\"}").code())
                .isEqualTo("record-signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\n"})
    void anImportOfNothingIsRefused(String nothing) {
        var refused = imported(OKAFOR, nothing);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).hasSize(1).containsValue("required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/ndjson"})
    void onlyLinesAreTaken(String type) {
        var refused = OKAFOR.send(OKAFOR.request(PATH)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(minimal().toString())));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("unsupported-media-type");
        assertThat(refused.header("Accept")).isEqualTo("application/x-ndjson");
    }

    @Test
    void linesMayEndAsTheyDoElsewhereAndTheLastNeedNotEnd() {
        var imported = OKAFOR.send(OKAFOR.request(PATH)
                .header("Content-Type", "application/x-ndjson; charset=utf-8")
                .POST(BodyPublishers.ofString("\ufeff" + minimal() + "\r\n\r\n" + minimal())));

        assertThat(imported.body()).isEqualTo("{\"imported\":2,\"existing\":0}");
    }

    @Test
    void aLineThatIsTooLongIsToldAndTheOthersAreLookedAt() {
        var long17 = "{\"nonsense\": \"" + "x".repeat(17 << 20) + "\"}";

        var refused = imported(OKAFOR, minimal().toString(), long17, "{}");

        assertThat(refused.errors())
                .hasSize(2)
                .containsEntry("lines[2]", "too-long")
                .containsEntry("lines[3].patient", "required");
    }

    @Test
    void aLineMayBeFarLongerThanAnotherBody() {
        var chart = wholeChart();
        var visits = chart.putArray("appointments");
        for (var i = 0; i < 10; i++) {
            var visit = visit("2001-02-03T09:00:0" + i + "Z", "completed");
            ((ObjectNode) visit.path("record")).put("aiTranscript", "ä".repeat(500_000));
            visits.add(visit);
        }

        assertThat(imported(OKAFOR, chart.toString()).body()).isEqualTo("{\"imported\":1,\"existing\":0}");
    }

    /** Five thousand charts, and a gigabyte of nothing between them. */
    @Test
    void anImportMayBeOfAnyLength() throws IOException, InterruptedException {
        var first = minimal();
        var blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        blank[blank.length - 1] = '\n';
        Iterable<byte[]> lines = () -> IntStream.range(0, 5_000)
                .boxed()
                .flatMap(i -> Stream.of(
                        (i == 0 ? first : minimal()).toString().getBytes(UTF_8),
                        i % 5 == 0 ? blank : new byte[] {'\n'}))
                .iterator();

        var imported = HttpClient.newHttpClient()
                .send(
                        LINDQVIST
                                .request(PATH)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofByteArrays(lines))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(imported.body()).isEqualTo("{\"imported\":5000,\"existing\":0}");
        assertThat(isThere(LINDQVIST, first)).isTrue();
    }

    @Test
    void whoWantsLinesIsToldHowManyWereReadAndLastWhatBecameOfThem() throws IOException, InterruptedException {
        var charts =
                IntStream.range(0, 2_500).mapToObj(_ -> minimal().toString()).toList();

        var imported = inLines(charts);
        var again = inLines(Stream.concat(charts.stream(), Stream.of("{}")).toList());
        var small = inLines(List.of(minimal().toString()));
        var wrong = inLines(List.of("{}"));

        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(imported.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(imported.body().lines().filter(line -> line.startsWith("{\"read\":")))
                .isNotEmpty();
        assertThat(imported.body().lines().toList().getLast()).isEqualTo("{\"imported\":2500,\"existing\":0}");
        assertThat(again.statusCode()).isEqualTo(200);
        var problem = Api.JSON.readTree(again.body().lines().toList().getLast());
        assertThat(problem.path("status").intValue()).isEqualTo(400);
        assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("lines[2501].patient");
        assertThat(small.body()).isEqualTo("{\"imported\":1,\"existing\":0}");
        assertThat(small.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static HttpResponse<String> inLines(List<String> lines) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        LINDQVIST
                                .request(PATH)
                                .header("Content-Type", "application/x-ndjson")
                                .header("Accept", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(String.join("\n", lines)))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void anImportThatBreaksOffLeavesNothing() throws IOException {
        var chart = minimal();
        begun(chart).close();

        assertThat(imported(OKAFOR, minimal().toString()).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(isThere(OKAFOR, chart)).isFalse());
        assertThat(imported(OKAFOR, chart.toString()).body()).isEqualTo("{\"imported\":1,\"existing\":0}");
    }

    @Test
    void whoeverComesAsTheFifthIsToldToComeBackAndEverybodyElseIsServed() throws IOException {
        var underWay = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 4; i++) underWay.add(begun(minimal()));
            await().untilAsserted(() ->
                    assertThat(imported(OKAFOR, minimal().toString()).status()).isEqualTo(503));

            var told = imported(LINDQVIST, minimal().toString());

            assertThat(told.code()).isEqualTo("temporarily-unavailable");
            assertThat(told.header("Retry-After")).isNotEmpty();
            assertThat(OKAFOR.get("/api/patients").status()).isEqualTo(200);
        } finally {
            for (var each : underWay) each.close();
        }
        await().untilAsserted(() ->
                assertThat(imported(OKAFOR, minimal().toString()).status()).isEqualTo(200));
    }

    /** An import that has said its first words. */
    private static Socket begun(JsonNode chart) throws IOException {
        var token = OKAFOR.request(PATH)
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        var socket = new Socket(InetAddress.getLoopbackAddress(), OKAFOR.port());
        socket.getOutputStream()
                .write(("POST " + PATH + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + token
                                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n" + chart
                                + "\n")
                        .getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static Answer imported(Api as, String... lines) {
        return as.send(as.request(PATH)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(Stream.of(lines).collect(joining("\n")))));
    }

    private static boolean isThere(Api as, JsonNode chart) {
        return as.get("/api/patients/" + id(chart)).status() == 200;
    }

    private static String id(JsonNode chart) {
        return chart.at("/patient/id").stringValue();
    }

    private static JsonNode chartOf(Api as, JsonNode chart) {
        return as.get("/api/patients/" + id(chart) + "/chart?transcripts=true").json();
    }

    /** Without what only the server sets, ids of parts and nulls; instants as they were written here. */
    private static JsonNode brought(JsonNode chart) {
        var brought = pruned(chart);
        ((ObjectNode) brought.path("patient")).put("id", id(chart));
        return brought;
    }

    private static JsonNode pruned(JsonNode node) {
        if (node.isArray()) {
            var array = Api.JSON.createArrayNode();
            node.forEach(item -> array.add(pruned(item)));
            return array;
        }
        if (node.isObject()) {
            var object = Api.JSON.createObjectNode();
            node.properties().forEach(field -> {
                if (!field.getValue().isNull() && !field.getKey().equals("id") && !THE_SERVERS.contains(field.getKey()))
                    object.set(field.getKey(), pruned(field.getValue()));
            });
            return object;
        }
        return node.isString() ? Api.JSON.valueToTree(node.stringValue().replace(".000000Z", "Z")) : node;
    }

    private static ObjectNode minimal() {
        var chart = Api.JSON.createObjectNode();
        chart.set("patient", Api.minimalPatient().put("id", UUID.randomUUID().toString()));
        return chart;
    }

    private static ObjectNode booked(String at, String status) {
        var chart = minimal();
        chart.putArray("appointments")
                .addObject()
                .put("appointmentDate", at)
                .put("appointmentType", "sick_visit")
                .put("status", status);
        return chart;
    }

    private static ObjectNode visit(String at, String status) {
        return (ObjectNode) Api.JSON.readTree("""
                {"appointmentDate": "%s", "appointmentType": "sick_visit", "status": "%s",
                 "reason": "Husten 🫀 \\"seit\\" \\\\Montag\\\\\\t", "notes": "a\\r\\nb",
                 "vitalSigns": {"bloodPressureSystolic": 124, "bloodPressureDiastolic": 80, "heartRate": 72,
                                "temperature": 36.9, "respiratoryRate": 14, "oxygenSaturation": 98, "weight": 72.25,
                                "height": 181.5},
                 "record": {"chiefComplaint": "Cough", "subjective": "\\\\N", "objective": "Clear.", "assessment": "שלום",
                            "plan": "Rest; 1 < 2 & e\u0301", "aiTranscript": "[doctor] Hm.\\n[patient] Ja.",
                            "aiSummary": "Cough.",
                            "symptoms": [{"name": "Cough", "severity": 4, "duration": "5 days", "notes": "dry",
                                          "aiGenerated": true},
                                         {"name": "Ache", "aiGenerated": false}],
                            "prescriptions": [{"medication": "Ibuprofen", "dosage": "400 mg", "frequency": "daily",
                                               "duration": "3 days", "quantity": 9, "refills": 1,
                                               "instructions": "With food.", "aiGenerated": false},
                                              {"medication": "Tea", "dosage": "1", "frequency": "daily",
                                               "duration": "3 days", "refills": 0, "aiGenerated": false}]}}
                """.formatted(at, status));
    }

    /** With every field of every kind; appointments are newest first, as they are read. */
    private static ObjectNode wholeChart() {
        var chart = (ObjectNode) Api.JSON.readTree("""
                {"patient": {"firstName": "Zoë", "lastName": "Nguyễn", "dateOfBirth": "1980-02-29", "sex": "other",
                             "phone": "(202) 555-0143", "email": "zoe@home.example", "address": "12 Elm Street",
                             "city": "Springfield", "state": "IL", "zipCode": "62701",
                             "emergencyContactName": "Jo", "emergencyContactPhone": "555", "insuranceProvider": "Aetna",
                             "insurancePolicyNumber": "W22", "notes": "Prefers mornings."},
                 "allergies": [{"allergen": "Penicillin", "severity": "life_threatening", "reaction": "Rash"},
                               {"allergen": "Latex", "severity": "mild"}],
                 "chronicConditions": [{"condition": "Asthma", "diagnosedDate": "1991-05-01", "notes": "Mild."},
                                       {"condition": "Gout"}],
                 "appointments": []}
                """);
        ((ObjectNode) chart.path("patient")).put("id", UUID.randomUUID().toString());
        ((ArrayNode) chart.path("appointments"))
                .add(visit("2011-03-04T09:00:00.123456Z", "completed"))
                .add(booked("2010-03-04T09:00:00Z", "no_show").at("/appointments/0"));
        return chart;
    }

    /** With another value at a place. */
    private static ObjectNode put(ObjectNode chart, String place, String value) {
        var parent = chart.at(place.substring(0, place.lastIndexOf('/')));
        var name = place.substring(place.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) object.set(name, Api.JSON.readTree(value));
        else ((ArrayNode) parent).set(Integer.parseInt(name), Api.JSON.readTree(value));
        return chart;
    }
}
