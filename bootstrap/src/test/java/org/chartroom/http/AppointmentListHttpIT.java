package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/appointments}. */
class AppointmentListHttpIT {

    private final Api okafor = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();

    @Test
    void theOwnAppointmentsAreListedByTimeAsTheyAreShown() {
        var later = Api.booking(patient);
        var earlier = Api.booking(patient).put("appointmentDate", "2030-05-06T07:00:00Z");
        var second = okafor.post("/api/appointments", later);
        var first = okafor.post("/api/appointments", earlier);

        var list = okafor.get("/api/appointments");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("items").valueStream()).containsExactly(first.json(), second.json());
        assertThat(list.json().path("next").isNull()).isTrue();
    }

    @Test
    void whoHasNoneHasAnEmptyList() {
        assertThat(okafor.get("/api/appointments").body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void aPatientsAppointmentsAreListedWhoeverHoldsThem() {
        var lindqvist = Api.demo().asNewProvider();
        var theirs = okafor.post("/api/appointments", Api.booking(patient).put("providerId", lindqvist.myId()))
                .id();
        var own = okafor.newAppointment(patient);
        okafor.newAppointment(okafor.newPatient());

        for (var provider : List.of(okafor, lindqvist))
            assertThat(ids(provider.get("/api/appointments?patientId=" + patient)))
                    .containsExactly(theirs, own);
        assertThat(ids(lindqvist.get("/api/appointments"))).containsExactly(theirs);
    }

    @Test
    void aPatientWhoIsNotSeenAndOneWhoIsNotThereAreTheSame() {
        var stranger = Api.demo().asNewProvider();

        var theirs = stranger.get("/api/appointments?patientId=" + patient);
        var nobodys = stranger.get("/api/appointments?patientId=" + UUID.randomUUID());

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.code()).isEqualTo("not-found");
        assertThat(theirs.body()).isEqualTo(nobodys.body());
    }

    @Test
    void boundsAndStatusesNarrowTheList() {
        var ids = new ArrayList<String>();
        for (var hour = 8; hour < 12; hour++)
            ids.add(okafor.post(
                            "/api/appointments",
                            Api.booking(patient).put("appointmentDate", "2030-05-06T%02d:00:00Z".formatted(hour)))
                    .id());
        okafor.put("/api/appointments/" + ids.get(1) + "/status", "{\"status\": \"cancelled\"}");
        okafor.put("/api/appointments/" + ids.get(2) + "/status", "{\"status\": \"checked_in\"}");

        assertThat(list("from=2030-05-06T09:00:00Z&to=2030-05-06T11:00:00Z")).containsExactly(ids.get(1), ids.get(2));
        assertThat(list("from=" + encoded("2030-05-06T12:00:00+02:00"))).containsExactly(ids.get(2), ids.get(3));
        assertThat(list("to=2030-05-06T08:00:00.000001Z")).containsExactly(ids.get(0));
        assertThat(list("from=2030-05-06T09:00:00Z&to=2030-05-06T09:00:00Z")).isEmpty();
        assertThat(list("from=%2B999999-01-01T00:00:00Z")).isEmpty();
        assertThat(list("to=-999999-01-01T00:00:00Z")).isEmpty();
        assertThat(list("from=&to=&status=")).isEqualTo(ids);
        assertThat(list("status=cancelled")).containsExactly(ids.get(1));
        assertThat(list("status=cancelled&status=checked_in")).containsExactly(ids.get(1), ids.get(2));
        assertThat(list("status=scheduled&patientId=" + patient)).containsExactly(ids.get(0), ids.get(3));
    }

    @Test
    void pagesCoverTheListAndACursorBelongsToItsQuery() {
        var ids = IntStream.range(0, 5)
                .mapToObj(_ -> okafor.newAppointment(patient))
                .toList();
        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page = okafor.get("/api/appointments?limit=2&status=scheduled&status=completed" + cursor);
            read.addAll(ids(page));
            cursor = page.json().path("next").isNull()
                    ? ""
                    : "&cursor=" + page.json().path("next").stringValue();
        } while (!cursor.isEmpty());
        var next = okafor.get("/api/appointments?limit=2").json().path("next").stringValue();

        assertThat(read).isEqualTo(ids);
        assertThat(okafor.get("/api/appointments?limit=2&cursor=" + next).status())
                .isEqualTo(200);
        assertThat(okafor.get("/api/appointments?limit=2&status=scheduled&cursor=" + next)
                        .errors())
                .containsEntry("cursor", "malformed");
        assertThat(okafor.get("/api/appointments?from=2030-05-06T09:00:00Z&cursor=" + next)
                        .status())
                .isEqualTo(400);
        assertThat(okafor.get("/api/appointments?patientId=" + patient + "&cursor=" + next)
                        .status())
                .isEqualTo(400);
        assertThat(okafor.get("/api/patients?cursor=" + next).status()).isEqualTo(400);
    }

    @Test
    void aCursorWhoseAppointmentIsGoneLeadsNowhere() {
        var first = okafor.newAppointment(patient);
        okafor.newAppointment(patient);
        var next = okafor.get("/api/appointments?limit=1").json().path("next").stringValue();
        var path = "/api/appointments/" + first;
        okafor.delete(path, okafor.get(path).header("ETag"));

        var lost = okafor.get("/api/appointments?limit=1&cursor=" + next);

        assertThat(lost.status()).isEqualTo(400);
        assertThat(lost.code()).isEqualTo("malformed-request");
        assertThat(lost.errors()).containsEntry("cursor", "malformed");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            from=2030-05-06,                                          from
            from=1772443800,                                          from
            to=soon,                                                  to
            from=2030-05-06T09:00:00.000001Z&to=2030-05-06T09:00:00Z, from
            status=done,                                              status
            status=SCHEDULED,                                         status
            status=scheduled&status=done,                             status
            patientId=7,                                              patientId
            limit=0,                                                  limit
            limit=101,                                                limit
            cursor=x,                                                 cursor
            """)
    void aParameterThatIsNotAcceptableIsNamed(String query, String field) {
        var refused = okafor.get("/api/appointments?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
        assertThat(refused.errors()).containsOnlyKeys(field);
    }

    private List<String> list(String query) {
        var answer = okafor.get("/api/appointments?" + query);
        assertThat(answer.status()).as(query).isEqualTo(200);
        return ids(answer);
    }

    private static List<String> ids(Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").stringValue())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
