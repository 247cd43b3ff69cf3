package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartroom.http.Api.Answer;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.application.AccountAdministration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clinic is in Berlin. */
class SlotsHttpIT {

    private static final Api SERVER = Api.empty("http_slots", "--chartroom.zone=Europe/Berlin");

    private static final String MONDAY = "/api/slots?from=2031-03-03T00:00:00Z&to=2031-03-04T00:00:00Z&type=";

    private final Api me = SERVER.asNewProvider();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void whoHasSaidNothingHasNoTimes() {
        var answer = me.get(MONDAY + "follow_up");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void freeTimesAreThoseOfTheHoursInTheClinicsZone() {
        works("09:00", "10:00");

        var answer = me.get(MONDAY + "follow_up");

        assertThat(answer.json()).isEqualTo(Api.JSON.readTree("""
                {"items": [{"from": "2031-03-03T08:00:00Z", "to": "2031-03-03T08:20:00Z"},
                           {"from": "2031-03-03T08:20:00Z", "to": "2031-03-03T08:40:00Z"},
                           {"from": "2031-03-03T08:40:00Z", "to": "2031-03-03T09:00:00Z"}],
                 "next": null}
                """));
    }

    @ParameterizedTest
    @CsvSource({"new_patient, 1", "follow_up, 3", "routine_checkup, 2", "sick_visit, 3", "telehealth, 3"})
    void aLongerAppointmentFitsLessOften(String type, int times) {
        works("09:00", "10:00");

        assertThat(starts(me.get(MONDAY + type))).hasSize(times);
    }

    @Test
    void whatIsTakenIsNotFreeAndATimeThatIsOfferedCanBeBooked() {
        works("09:00", "10:00");
        var offered = starts(me.get(MONDAY + "sick_visit"));

        var booked = me.post("/api/appointments", Api.booking(me.newPatient()).put("appointmentDate", offered.get(1)));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(starts(me.get(MONDAY + "sick_visit"))).containsExactly(offered.get(0), offered.get(2));
        me.put("/api/appointments/" + booked.id() + "/status", "{\"status\": \"cancelled\"}");
        assertThat(starts(me.get(MONDAY + "sick_visit"))).isEqualTo(offered);
    }

    @Test
    void aBookingOutsideTheHoursIsAllowed() {
        works("09:00", "10:00");

        var booked = me.post(
                "/api/appointments", Api.booking(me.newPatient()).put("appointmentDate", "2031-03-03T20:00:00Z"));

        assertThat(booked.status()).isEqualTo(201);
    }

    @Test
    void aColleaguesFreeTimesAreToldAndNothingElse() {
        works("09:00", "10:00");
        var patient = me.post("/api/patients", Api.minimalPatient().put("lastName", "Secret"))
                .id();
        me.post("/api/appointments", Api.booking(patient).put("appointmentDate", "2031-03-03T08:20:00Z"));

        var seen = SERVER.asNewProvider().get(MONDAY + "follow_up&providerId=" + me.myId());

        assertThat(starts(seen)).containsExactly("2031-03-03T08:00:00Z", "2031-03-03T08:40:00Z");
        assertThat(seen.json().path("items").get(0).propertyNames()).containsExactly("from", "to");
    }

    @Test
    void whenClocksArePutForwardTheHourThatDoesNotComeIsNotOffered() {
        works("sunday", "01:30", "03:30");

        assertThat(starts(me.get("/api/slots?from=2031-03-29T23:00:00Z&to=2031-03-30T22:00:00Z&type=routine_checkup")))
                .containsExactly("2031-03-30T00:30:00Z", "2031-03-30T01:00:00Z");
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        works("09:00", "17:00");
        var whole = starts(me.get(MONDAY + "follow_up&limit=100"));

        var pages = new ArrayList<String>();
        for (var page = me.get(MONDAY + "follow_up&limit=7");
                ;
                page = me.get(MONDAY + "follow_up&limit=7&cursor="
                        + page.json().path("next").stringValue())) {
            pages.addAll(starts(page));
            if (page.json().path("next").isNull()) break;
        }

        assertThat(whole).hasSize(24);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void nothingIsOfferedThatHasPassed() {
        works("00:00", "24:00");

        assertThat(starts(me.get("/api/slots?from=2020-01-01T00:00:00Z&to=2020-01-31T00:00:00Z&type=follow_up")))
                .isEmpty();
    }

    @Test
    void anOffsetIsWrittenAsInJson() {
        works("09:00", "10:00");

        assertThat(starts(me.get(
                        "/api/slots?from=2031-03-03T09:20:00%2B01:00&to=2031-03-03T09:30:00%2B01:00&type=follow_up")))
                .containsExactly("2031-03-03T08:20:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            to=2031-03-04T00:00:00Z&type=follow_up                                         | malformed-request | from       | required
            from=2031-03-03T00:00:00Z&type=follow_up                                       | malformed-request | to         | required
            from=2031-03-03T00:00:00Z&to=2031-03-04T00:00:00Z                              | malformed-request | type       | required
            from=2031-03-03&to=2031-03-04T00:00:00Z&type=follow_up                         | malformed-request | from       | malformed
            from=1930000000&to=2031-03-04T00:00:00Z&type=follow_up                         | malformed-request | from       | malformed
            from=&to=2031-03-04T00:00:00Z&type=follow_up                                   | malformed-request | from       | required
            from=2031-03-03T00:00:00+00:00&to=2031-03-04T00:00:00Z&type=follow_up          | malformed-request | from       | malformed
            from=2031-03-03T00:00:00Z&to=2031-02-30T00:00:00Z&type=follow_up               | malformed-request | to         | malformed
            from=2031-03-03T00:00:00Z&to=2031-03-04T00:00:00Z&type=FOLLOW_UP               | malformed-request | type       | malformed
            from=2031-03-03T00:00:00Z&to=2031-03-04T00:00:00Z&type=0                       | malformed-request | type       | malformed
            from=2031-03-03T00:00:00Z&to=2031-03-04T00:00:00Z&type=follow_up&providerId=7  | malformed-request | providerId | malformed
            from=2031-03-03T00:00:00Z&to=2031-03-04T00:00:00Z&type=follow_up&limit=0       | malformed-request | limit      | malformed
            from=2031-03-03T00:00:00Z&to=2031-03-04T00:00:00Z&type=follow_up&cursor=x      | malformed-request | cursor     | malformed
            from=2031-03-03T00:00:00Z&to=2031-03-03T00:00:00Z&type=follow_up               | validation-failed | to         | out-of-range
            from=2031-03-03T00:00:00Z&to=2031-03-02T00:00:00Z&type=follow_up               | validation-failed | to         | out-of-range
            from=2031-03-03T00:00:00Z&to=2031-04-03T00:00:01Z&type=follow_up               | validation-failed | to         | out-of-range
            from=-999999-01-01T00:00:00Z&to=2031-03-04T00:00:00Z&type=follow_up            | validation-failed | from       | out-of-range
            from=2031-03-03T00:00:00Z&to=%2B999999-01-01T00:00:00Z&type=follow_up          | validation-failed | to         | out-of-range
            """)
    void whatCannotBeAskedForIsToldByItsName(String query, String code, String field, String wrong) {
        var refused = me.get("/api/slots?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.errors()).containsEntry(field, wrong).hasSize(1);
    }

    @Test
    void whoDoesNotWorkHereOrNoLongerIsNotAskedFor() {
        var former = SERVER.asNewProvider();
        var id = former.myId();
        SERVER.bean(AccountAdministration.class)
                .disable(new EmailAddress(
                        former.get("/api/me").json().path("email").stringValue()));

        for (var provider : List.of(id, UUID.randomUUID().toString())) {
            var refused = me.get(MONDAY + "follow_up&providerId=" + provider);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("validation-failed");
            assertThat(refused.errors()).containsEntry("providerId", "unknown");
        }
    }

    @Test
    void aCursorOfAnotherQueryLeadsNowhere() {
        works("09:00", "17:00");
        var cursor = me.get(MONDAY + "follow_up&limit=1").json().path("next").stringValue();

        assertThat(me.get(MONDAY + "sick_visit&cursor=" + cursor).errors()).containsEntry("cursor", "malformed");
    }

    @Test
    void whoHasNotSignedInIsToldNothing() {
        assertThat(me.anonymous().get(MONDAY + "follow_up").status()).isEqualTo(401);
    }

    private void works(String from, String to) {
        works("monday", from, to);
    }

    private void works(String day, String from, String to) {
        var seen = me.get("/api/me/hours").header("ETag");
        var answer = me.put("/api/me/hours", seen, """
                {"weekly": [{"day": "%s", "from": "%s", "to": "%s"}]}
                """.formatted(day, from, to));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static List<String> starts(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        var starts = new ArrayList<String>();
        answer.json().path("items").forEach(item -> starts.add(item.path("from").stringValue()));
        return starts;
    }
}
