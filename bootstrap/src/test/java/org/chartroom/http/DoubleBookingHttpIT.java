package org.chartroom.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DoubleBookingHttpIT {

    private final Api okafor = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();

    @Test
    void aTimeThatIsTakenIsRefusedWithTheAppointmentThatTakesIt() {
        var booking = Api.booking(patient);
        var first = okafor.post("/api/appointments", booking);

        var refused = okafor.post("/api/appointments", booking);

        assertThat(first.status()).isEqualTo(201);
        assertDoubleBooked(refused, first.id());
    }

    @Test
    void ofManyWhoBookOneTimeInTheSameMomentOneGetsIt() throws Exception {
        var booking = Api.booking(patient);
        Callable<Answer> book = () -> okafor.post("/api/appointments", booking);

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients
                    .invokeAll(IntStream.range(0, 200).mapToObj(_ -> book).toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            var booked =
                    answers.stream().filter(answer -> answer.status() == 201).toList();

            assertThat(answers).extracting(answer -> answer.status()).containsOnly(201, 409);
            assertThat(booked).hasSize(1);
            assertThat(answers).hasSize(200).allSatisfy(answer -> {
                if (answer.status() != 201)
                    assertDoubleBooked(answer, booked.getFirst().id());
            });
        }
    }

    @Test
    void whoDoesNotSeeTheOtherPatientIsToldOfNoAppointment() {
        var lindqvist = Api.demo().asNewProvider();
        var third = Api.demo().asNewProvider().myId();
        var booking = Api.booking(patient).put("providerId", third);
        var first = okafor.post("/api/appointments", booking);

        assertDoubleBooked(okafor.post("/api/appointments", booking), first.id());
        var refused = lindqvist.post("/api/appointments", booking.put("patientId", lindqvist.newPatient()));

        assertDoubleBooked(refused);
        assertThat(refused.body()).doesNotContain(first.id());
    }

    @Test
    void aBookingMayOverlapWhenThatIsMeantAndSaysWhy() {
        var booking = Api.booking(patient);
        okafor.post("/api/appointments", booking);

        var overbooked = okafor.post("/api/appointments", allowed(booking));
        var read = okafor.get(overbooked.header("Location"));

        assertThat(overbooked.status()).isEqualTo(201);
        assertThat(read.json()).isEqualTo(overbooked.json());
        assertThat(read.json().path("overlapReason").stringValue()).isEqualTo("Fever");
        assertThat(read.json().has("allowOverlap")).isFalse();
    }

    @Test
    void aReasonIsNoLongerThanItMayBe() {
        var booking = Api.booking(patient).put("allowOverlap", true);

        var refused = okafor.post("/api/appointments", booking.put("overlapReason", "x".repeat(501)));
        var longest = okafor.post("/api/appointments", booking.put("overlapReason", "x".repeat(500)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsExactly(entry("overlapReason", "too-long"));
        assertThat(longest.status()).isEqualTo(201);
    }

    @Test
    void whatIsCancelledOrWrittenUpLeavesItsTimeFree() {
        var booking = Api.booking(patient);
        var first = okafor.post("/api/appointments", booking).header("Location");
        okafor.put(first + "/status", "{\"status\": \"cancelled\"}");
        var second = okafor.post("/api/appointments", booking);
        okafor.post(second.header("Location") + "/visit", """
                {"record": {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "", "plan": ""}}
                """);

        assertThat(second.status()).isEqualTo(201);
        assertThat(okafor.post("/api/appointments", booking).status()).isEqualTo(201);
    }

    @Test
    void whoComesLateAndWhoseTimeWasGivenAwayIsLetInWhenThatIsMeant() {
        var booking = Api.booking(patient);
        var late = okafor.post("/api/appointments", booking).header("Location");
        okafor.put(late + "/status", "{\"status\": \"no_show\"}");
        var next = okafor.post("/api/appointments", booking);

        assertDoubleBooked(okafor.put(late + "/status", "{\"status\": \"checked_in\"}"), next.id());
        assertThat(okafor.get(late).json().path("status").stringValue()).isEqualTo("no_show");

        var allowed = allowed(booking).without(List.of("patientId"));
        assertThat(okafor.put(late, okafor.get(late).header("ETag"), allowed).status())
                .isEqualTo(200);
        assertThat(okafor.put(late + "/status", "{\"status\": \"checked_in\"}").status())
                .isEqualTo(200);
    }

    private static ObjectNode allowed(ObjectNode booking) {
        return booking.deepCopy().put("allowOverlap", true).put("overlapReason", "Fever");
    }

    static void assertDoubleBooked(Answer answer, String... with) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("double-booked");
        assertThat(answer.json().path("conflictsWith").valueStream())
                .extracting(id -> id.stringValue())
                .containsExactly(with);
    }
}
