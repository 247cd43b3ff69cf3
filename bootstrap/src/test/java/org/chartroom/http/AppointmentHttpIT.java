package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentHttpIT {

    private final Api api = Api.demo();

    @Test
    void aBookingIsScheduledWithTheActorAndCanBeReadAgain() {
        var patient = api.newPatient();

        var booking = Api.booking(patient).put("reason", "Cough\r\nsince Monday");

        var booked = api.post("/api/appointments", booking);
        var read = api.get(booked.header("Location"));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(read.json()).isEqualTo(booked.json());
        assertThat(read.header("ETag")).isEqualTo(booked.header("ETag"));
        assertThat(booked.json().path("status").stringValue()).isEqualTo("scheduled");
        assertThat(booked.json().path("appointmentDate").stringValue())
                .isEqualTo(booking.path("appointmentDate").stringValue());
        assertThat(booked.json().path("reason").stringValue()).isEqualTo("Cough\r\nsince Monday");
        assertThat(booked.json().path("notes").isNull()).isTrue();
    }

    @Test
    void aTimeWithAnOffsetIsTheSameInstant() {
        var booked = api.post(
                "/api/appointments",
                Api.booking(api.newPatient()).put("appointmentDate", "2026-03-02T09:30:00.123456+02:00"));

        assertThat(booked.json().path("appointmentDate").stringValue()).isEqualTo("2026-03-02T07:30:00.123456Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                     | patientId        | required
            {"patientId": "7"}                                                     | patientId        | malformed
            {"appointmentDate": 1772443800}                                        | appointmentDate  | malformed
            {"appointmentDate": "2026-03-02"}                                      | appointmentDate  | malformed
            {"appointmentDate": "+999999-01-01T00:00:00Z"}                         | appointmentDate  | out-of-range
            {"appointmentType": "visit"}                                           | appointmentType  | malformed
            {"notes": " "}                                                         | notes            | blank
            {"allowOverlap": true}                                                 | overlapReason    | required
            {"allowOverlap": true, "overlapReason": " "}                           | overlapReason    | blank
            {"overlapReason": "Fever"}                                             | allowOverlap     | incomplete
            {"allowOverlap": false, "overlapReason": "Fever"}                      | allowOverlap     | incomplete
            {"allowOverlap": "yes"}                                                | allowOverlap     | malformed
            {"overlapReason": 7}                                                   | overlapReason    | malformed
            {"status": "completed"}                                                | status           | malformed
            """)
    void aBookingThatIsNotAcceptableIsToldByItsField(String body, String field, String code) {
        var refused = api.post("/api/appointments", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry(field, code);
    }

    @Test
    void nobodyIsBookedWithAProviderWhoDoesNotExist() {
        var refused = api.post(
                "/api/appointments",
                Api.booking(api.newPatient())
                        .put("providerId", UUID.randomUUID().toString()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("providerId", "unknown");
    }

    @Test
    void aPatientWhoDoesNotExistCannotBeBooked() {
        var refused =
                api.post("/api/appointments", Api.booking(UUID.randomUUID().toString()));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("not-found");
    }

    @Test
    void aPatientGoesThroughTheVisit() {
        var path = "/api/appointments/" + api.newAppointment(api.newPatient());

        var statuses = List.of("checked_in", "in_progress", "completed").stream()
                .map(status -> api.put(path + "/status", status(status)))
                .toList();

        assertThat(statuses).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(statuses.getLast().json()).isEqualTo(api.get(path).json());
        assertThat(statuses.stream().map(answer -> answer.header("ETag"))).doesNotHaveDuplicates();
    }

    @Test
    void aStepThatTheWorkflowHasNotIsRefusedWithTheStepsThatItHas() {
        var path = "/api/appointments/" + api.newAppointment(api.newPatient());

        var refused = api.put(path + "/status", status("completed"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("illegal-transition");
        assertThat(refused.json().path("from").stringValue()).isEqualTo("scheduled");
        assertThat(refused.json().path("to").stringValue()).isEqualTo("completed");
        assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"checked_in\",\"cancelled\",\"no_show\"]");
    }

    @Test
    void aStatusIsRequired() {
        var path = "/api/appointments/" + api.newAppointment(api.newPatient());

        var refused = api.put(path + "/status", "{}");

        assertThat(refused.errors()).containsEntry("status", "required");
    }

    @Test
    void ofManyWhoCheckAPatientInAtOnceOneSucceeds() throws Exception {
        var path = "/api/appointments/" + api.newAppointment(api.newPatient());
        var checkIn = (Callable<Integer>)
                () -> api.put(path + "/status", status("checked_in")).status();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(
                    IntStream.range(0, 20).mapToObj(_ -> checkIn).toList());

            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
    }

    private static String status(String status) {
        return "{\"status\": \"" + status + "\"}";
    }
}
