package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clinic is in Berlin. */
class ScheduleHttpIT {

    private static final Api SERVER = Api.empty("http_schedule", "--chartroom.zone=Europe/Berlin");

    private final Api me = SERVER.asNewProvider();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aDayWithoutAppointmentsIsEmpty() {
        var answer = me.get("/api/schedule?date=2031-03-03");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"date\":\"2031-03-03\",\"zone\":\"Europe/Berlin\",\"items\":[]}");
    }

    @Test
    void anAppointmentIsShownWithItsPatient() {
        var patient = me.post("/api/patients", Api.minimalPatient().put("dateOfBirth", "1980-02-29"))
                .id();
        var id = me.post(
                        "/api/appointments",
                        Api.booking(patient)
                                .put("appointmentDate", "2031-02-28T08:00:00Z")
                                .put("appointmentType", "new_patient")
                                .put("reason", "Cough"))
                .id();

        assertThat(me.get("/api/schedule?date=2031-02-28").json().path("items"))
                .isEqualTo(Api.JSON.readTree("""
                        [{"id": "%s", "patientId": "%s", "firstName": "Ada", "lastName": "Okafor", "age": 50,
                          "appointmentDate": "2031-02-28T08:00:00Z", "end": "2031-02-28T08:40:00Z",
                          "appointmentType": "new_patient", "status": "scheduled", "reason": "Cough",
                          "hasVitalSigns": false, "hasRecord": false, "recordId": null}]
                        """.formatted(id, patient)));
    }

    @Test
    void aVisitThatWasWrittenUpIsToldWithItsRecord() {
        var id = booked("2031-03-03T08:00:00Z");
        var visit = me.post("/api/appointments/" + id + "/visit", """
                {"record": {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "", "plan": ""},
                 "vitalSigns": {"heartRate": 70}}
                """);

        var item = me.get("/api/schedule?date=2031-03-03").json().path("items").get(0);

        assertThat(item.path("status").stringValue()).isEqualTo("completed");
        assertThat(item.path("hasVitalSigns").booleanValue()).isTrue();
        assertThat(item.path("hasRecord").booleanValue()).isTrue();
        assertThat(item.path("recordId").stringValue())
                .isEqualTo(visit.json().path("record").path("id").stringValue());
    }

    @Test
    void appointmentsAreInTheOrderOfTheDay() {
        var afternoon = booked("2031-03-03T15:00:00Z");
        var morning = booked("2031-03-03T07:00:00Z");
        var noon = booked("2031-03-03T11:00:00Z");

        assertThat(ids(me.get("/api/schedule?date=2031-03-03"))).containsExactly(morning, noon, afternoon);
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-29, 2031-03-28T23:00:00Z, 2031-03-29T22:59:59.999999Z",
        "2031-03-30, 2031-03-29T23:00:00Z, 2031-03-30T21:59:59.999999Z",
        "2031-10-26, 2031-10-25T22:00:00Z, 2031-10-26T22:59:59.999999Z"
    })
    void aDayIsAsLongAsItIsAtTheClinic(LocalDate day, Instant first, Instant last) {
        booked(first.minusSeconds(3600).toString());
        var begins = booked(first.toString());
        var ends = booked(last.toString());
        booked(last.plusSeconds(3600).toString());

        assertThat(ids(me.get("/api/schedule?date=" + day))).containsExactly(begins, ends);
    }

    @Test
    void withoutADateItIsToday() {
        var zone = ZoneId.of("Europe/Berlin");
        var before = LocalDate.now(zone).toString();

        var date = me.get("/api/schedule").json().path("date").stringValue();

        assertThat(date).isBetween(before, LocalDate.now(zone).toString());
    }

    @Test
    void aDayIsOfWhoHoldsTheAppointments() {
        var colleague = SERVER.asNewProvider();
        var own = booked("2031-03-03T08:00:00Z");
        var colleagues = me.post(
                        "/api/appointments",
                        Api.booking(me.newPatient())
                                .put("appointmentDate", "2031-03-03T08:00:00Z")
                                .put("providerId", colleague.myId()))
                .id();

        assertThat(ids(me.get("/api/schedule?date=2031-03-03"))).containsExactly(own);
        assertThat(ids(colleague.get("/api/schedule?date=2031-03-03"))).containsExactly(colleagues);
        assertThat(ids(SERVER.asNewProvider().get("/api/schedule?date=2031-03-03")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-2-3",
                "03.02.2025",
                "2025-02-03T00:00:00Z",
                "2025-02-03Z",
                "today",
                "20250203"
            })
    void aDateThatIsNoneIsMalformed(String date) {
        var refused = me.get("/api/schedule?date=" + date);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
        assertThat(refused.errors()).containsEntry("date", "malformed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "%2B999999999-12-31", "-999999999-01-01"})
    void aDateBeyondAllPlansIsOutOfRange(String date) {
        var refused = me.get("/api/schedule?date=" + date);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
        assertThat(refused.errors()).containsEntry("date", "out-of-range").hasSize(1);
    }

    @Test
    void whoHasNotSignedInIsToldNothing() {
        assertThat(me.anonymous().get("/api/schedule").status()).isEqualTo(401);
    }

    private String booked(String at) {
        return me.post("/api/appointments", Api.booking(me.newPatient()).put("appointmentDate", at))
                .id();
    }

    private static List<String> ids(Answer answer) {
        var ids = new ArrayList<String>();
        answer.json().path("items").forEach(item -> ids.add(item.path("id").stringValue()));
        return ids;
    }
}
