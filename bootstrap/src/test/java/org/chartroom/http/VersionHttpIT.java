package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was known, and when. */
class VersionHttpIT {

    private final Api okafor = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();
    private final String visit = okafor.newVisit(patient);

    @Test
    void eachWriteIsAVersionWithWhoMadeItAndInWhichRequest() {
        var record = write("Cough for three days.");
        var revised = okafor.put(record, okafor.get(record).header("ETag"), body("Cough for five days, no fever."));

        var versions = okafor.get(record + "/versions").json().path("items");

        assertThat(versions).hasSize(2);
        assertThat(versions.path(0).path("number").intValue()).isEqualTo(2);
        assertThat(versions.path(0).path("action").stringValue()).isEqualTo("update");
        assertThat(versions.path(0).path("requestId").stringValue()).isEqualTo(revised.header("X-Request-Id"));
        assertThat(versions.path(0).path("providerId").stringValue()).isEqualTo(okafor.myId());
        assertThat(versions.path(1).path("action").stringValue()).isEqualTo("create");
    }

    @Test
    void aVersionIsTheRecordAsItWas() {
        var record = write("Cough for three days.");
        var before = okafor.get(record).json();
        okafor.put(record, okafor.get(record).header("ETag"), body("Cough for five days."));

        assertThat(instantsEqual(okafor.get(record + "/versions/1").json().path("content"), before))
                .isTrue();
        assertThat(okafor.get(record + "/versions/3").code()).isEqualTo("not-found");
    }

    @Test
    void whatChangedIsToldByFieldAndWord() {
        var record = write("Cough for three days.");
        okafor.put(record, okafor.get(record).header("ETag"), body("Cough for five days."));

        var diff = okafor.get(record + "/versions/2/diff").json();

        assertThat(diff.path("from").intValue()).isEqualTo(1);
        assertThat(diff.path("fields")).hasSize(1);
        assertThat(diff.at("/fields/0/field").stringValue()).isEqualTo("subjective");
        assertThat(diff.at("/fields/0/segments")
                        .valueStream()
                        .map(segment -> segment.path("change").stringValue() + ":"
                                + segment.path("text").stringValue()))
                .containsExactly("equal:Cough for ", "delete:three", "insert:five", "equal: days.");
        assertThat(okafor.get(record + "/versions/1/diff").json().path("fields"))
                .isNotEmpty();
        assertThat(okafor.get(record + "/versions/2/diff?from=2").json().path("fields"))
                .isEmpty();
        assertThat(okafor.get(record + "/versions/2/diff?from=9").code()).isEqualTo("not-found");
        assertThat(okafor.get(record + "/versions/2/diff?from=-1").errors()).containsKey("from");
    }

    @Test
    void aChartIsReadAsItWasKnown() {
        var before = okafor.get("/api/patients/" + patient + "/chart").json();
        var then = now();
        write("Cough.");
        okafor.put("/api/appointments/" + visit + "/status", "{\"status\": \"completed\"}");
        okafor.post("/api/patients/" + patient + "/allergies", "{\"allergen\": \"Latex\", \"severity\": \"mild\"}");

        assertThat(okafor.get("/api/patients/" + patient + "/chart?asOf=" + then)
                        .json())
                .isEqualTo(before);
        assertThat(okafor.get("/api/patients/" + patient + "/chart?asOf=" + now())
                        .json())
                .isEqualTo(okafor.get("/api/patients/" + patient + "/chart").json());
    }

    @Test
    void whatIsNotYetAndWhatWasNotYetIsNotKnown() {
        var chart = "/api/patients/" + patient + "/chart?asOf=";

        assertThat(okafor.get(chart + now().plusSeconds(600)).errors()).containsEntry("asOf", "out-of-range");
        assertThat(okafor.get(chart + "1999-01-01T00:00:00Z").code()).isEqualTo("not-found");
        assertThat(okafor.get(chart + "yesterday").errors()).containsEntry("asOf", "malformed");
    }

    @Test
    void vitalSignsThatWereRemovedCanBeReadStill() {
        var signs = "/api/appointments/" + visit + "/vital-signs";
        okafor.putFirst(signs, "{\"heartRate\": 71}");
        okafor.delete(signs, okafor.get(signs).header("ETag"));

        assertThat(okafor.get(signs + "/versions")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(version -> version.path("action").stringValue()))
                .containsExactly("delete", "create");
        assertThat(okafor.get(signs + "/versions/1")
                        .json()
                        .at("/content/heartRate")
                        .intValue())
                .isEqualTo(71);
        assertThat(okafor.get(signs + "/versions/2").json().path("content").isNull())
                .isTrue();
    }

    @Test
    void patientsAndAppointmentsAreShownAsTheyWere() {
        var before = okafor.get("/api/patients/" + patient + "/chart").json();

        assertThat(okafor.get("/api/patients/" + patient + "/versions/1").json().at("/content/patient"))
                .isEqualTo(before.path("patient"));
        assertThat(okafor.get("/api/appointments/" + visit + "/versions/1")
                        .json()
                        .at("/content/status")
                        .stringValue())
                .isEqualTo("scheduled");
        var first =
                okafor.get("/api/appointments/" + visit + "/versions?limit=2").json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(okafor.get("/api/appointments/" + visit + "/versions?limit=2&cursor="
                                + first.path("next").stringValue())
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "99999999999"})
    void aNumberThatIsNoneIsRefused(String number) {
        assertThat(okafor.get("/api/patients/" + patient + "/versions/" + number)
                        .status())
                .isEqualTo(400);
    }

    /** To the last digit, so that every client writes it alike. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).plusNanos(1);
    }

    private String write(String subjective) {
        return "/api/records/"
                + okafor.putFirst("/api/appointments/" + visit + "/record", body(subjective))
                        .id();
    }

    private static String body(String subjective) {
        return "{\"chiefComplaint\": \"Cough\", \"subjective\": \"" + subjective
                + "\", \"objective\": \"\", \"assessment\": \"\", \"plan\": \"\"}";
    }

    /** The store writes six fraction digits, Java as many as there are. */
    private static boolean instantsEqual(JsonNode one, JsonNode other) {
        for (var time : List.of("createdAt", "updatedAt"))
            if (!Instant.parse(one.path(time).stringValue())
                    .equals(Instant.parse(other.path(time).stringValue()))) return false;
        return ((ObjectNode) one)
                .remove(List.of("createdAt", "updatedAt"))
                .equals(((ObjectNode) other).remove(List.of("createdAt", "updatedAt")));
    }
}
