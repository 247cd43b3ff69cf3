package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.http.DoubleBookingHttpIT.assertDoubleBooked;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** {@code PUT /api/appointments/{id}}. */
class RevisionHttpIT {

    private final Api okafor = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();

    @Test
    void whatWasAgreedOnIsReplacedAsAWhole() {
        var booked = okafor.post("/api/appointments", Api.booking(patient).put("reason", "Cough"));
        var next = revision().put("appointmentType", "telehealth").put("notes", "Call her.");

        var revised = okafor.put(booked.header("Location"), booked.header("ETag"), next);
        var read = okafor.get(booked.header("Location"));

        assertThat(revised.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(revised.json());
        assertThat(read.header("ETag")).isEqualTo(revised.header("ETag")).isNotEqualTo(booked.header("ETag"));
        assertThat(read.json().path("appointmentDate")).isEqualTo(next.path("appointmentDate"));
        assertThat(read.json().path("appointmentType").stringValue()).isEqualTo("telehealth");
        assertThat(read.json().path("reason").isNull()).isTrue();
        assertThat(read.json().path("notes").stringValue()).isEqualTo("Call her.");
        assertThat(read.json().path("patientId").stringValue()).isEqualTo(patient);
        assertThat(read.json().path("createdAt")).isEqualTo(booked.json().path("createdAt"));
    }

    @Test
    void aChangeIsMadeFromTheNewestVersion() {
        var booked = okafor.post("/api/appointments", Api.booking(patient));
        var path = booked.header("Location");
        var current = okafor.put(path, booked.header("ETag"), revision()).header("ETag");

        var stale = okafor.put(path, booked.header("ETag"), revision());

        assertThat(okafor.put(path, revision()).status()).isEqualTo(428);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale-version");
        assertThat(stale.header("ETag")).isEqualTo(current);
        assertThat(okafor.get(path).header("ETag")).isEqualTo(current);
    }

    @Test
    void ofManyWhoChangeOneVersionOneSucceeds() throws Exception {
        var booked = okafor.post("/api/appointments", Api.booking(patient));
        Callable<Integer> revise = () -> okafor.put(booked.header("Location"), booked.header("ETag"), revision())
                .status();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(clients.invokeAll(
                            IntStream.range(0, 20).mapToObj(_ -> revise).toList()))
                    .extracting(answer -> answer.get())
                    .containsOnlyOnce(200)
                    .containsOnly(200, 412);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked_in", "cancelled", "no_show"})
    void onlyAScheduledAppointmentIsMovedOrBecomesAnotherType(String status) {
        var booking = Api.booking(patient);
        var path = okafor.post("/api/appointments", booking).header("Location");
        okafor.put(path + "/status", "{\"status\": \"" + status + "\"}");
        var same = booking.deepCopy();
        same.remove("patientId");

        for (var next : new ObjectNode[] {revision(), same.deepCopy().put("appointmentType", "new_patient")}) {
            var refused = okafor.put(path, version(path), next);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("illegal-transition");
            assertThat(refused.json().path("from").stringValue()).isEqualTo(status);
            assertThat(refused.json().path("to").stringValue()).isEqualTo("scheduled");
            assertThat(refused.json().path("allowed").isArray()).isTrue();
        }
        assertThat(okafor.put(path, version(path), same.put("notes", "Came by bus."))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAppointmentIsNotMovedToWhereAnotherIsUnlessThatIsMeant() {
        var other = okafor.post("/api/appointments", Api.booking(patient));
        var path = okafor.post("/api/appointments", Api.booking(patient)).header("Location");
        var there = revision();
        there.set("appointmentDate", other.json().path("appointmentDate"));

        assertDoubleBooked(okafor.put(path, version(path), there), other.id());

        var moved = okafor.put(
                path, version(path), there.deepCopy().put("allowOverlap", true).put("overlapReason", "Fever"));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().path("overlapReason").stringValue()).isEqualTo("Fever");

        var annotated = okafor.put(path, version(path), there.put("notes", "Came by bus."));
        assertThat(annotated.json().path("overlapReason").stringValue()).isEqualTo("Fever");

        var elsewhere = okafor.put(path, version(path), revision());
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.json().path("overlapReason").isNull()).isTrue();
        assertDoubleBooked(okafor.put(path, version(path), there), other.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                               | appointmentDate | required
            {}                                               | appointmentType | required
            {"patientId": "00000000-0000-0000-0000-00000000000a"}  | patientId  | malformed
            {"providerId": "00000000-0000-0000-0000-00000000000a"} | providerId | malformed
            {"status": "completed"}                          | status          | malformed
            {"reason": ""}                                   | reason          | blank
            {"appointmentDate": "soon"}                      | appointmentDate | malformed
            {"allowOverlap": true}                           | overlapReason   | required
            {"overlapReason": "Fever"}                       | allowOverlap    | incomplete
            """)
    void aRevisionThatIsNotAcceptableIsToldByItsField(String body, String field, String code) {
        var path = "/api/appointments/" + okafor.newAppointment(patient);

        var refused = okafor.put(path, version(path), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry(field, code);
    }

    @Test
    void whoHoldsAnAppointmentAndWhosePatientItIsReviseIt() {
        var lindqvist = Api.demo().asNewProvider();
        var theirs = bookedWith(lindqvist).header("Location");
        var okafors = bookedWith(okafor).header("Location");

        assertThat(revised(lindqvist, theirs).status()).isEqualTo(200);
        assertThat(revised(okafor, theirs).status()).isEqualTo(200);
        assertThat(revised(lindqvist, okafors).status()).isEqualTo(403);
        assertThat(revised(lindqvist, okafors).code()).isEqualTo("forbidden");
        assertThat(revised(Api.demo().asNewProvider(), okafors).status()).isEqualTo(404);
    }

    private static Answer revised(Api by, String path) {
        var version = by.get(path).header("ETag");
        return by.put(path, version.isEmpty() ? "\"1\"" : version, revision());
    }

    private Answer bookedWith(Api provider) {
        return okafor.post("/api/appointments", Api.booking(patient).put("providerId", provider.myId()));
    }

    private String version(String path) {
        return okafor.get(path).header("ETag");
    }

    private static ObjectNode revision() {
        return Api.JSON
                .createObjectNode()
                .put("appointmentDate", Api.newTime().toString())
                .put("appointmentType", "sick_visit");
    }
}
