package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code DELETE /api/appointments/{id}}. */
class AppointmentRemovalHttpIT {

    private static final String VISIT = """
            {"record": {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "", "plan": ""}%s}
            """;

    private final Api okafor = Api.demo().asNewProvider();
    private final String patient = okafor.newPatient();

    @Test
    void anAppointmentThatNothingWasWrittenOfIsRemovedAndItsTimeFree() {
        var booking = Api.booking(patient);
        var path = okafor.post("/api/appointments", booking).header("Location");

        var removed = removed(okafor, path);

        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(okafor.get(path).status()).isEqualTo(404);
        assertThat(okafor.delete(path, "\"1\"").status()).isEqualTo(404);
        assertThat(okafor.post("/api/appointments", booking).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked_in", "cancelled", "no_show"})
    void itsStatusDoesNotMatter(String status) {
        var path = okafor.post("/api/appointments", Api.booking(patient)).header("Location");
        okafor.put(path + "/status", "{\"status\": \"" + status + "\"}");

        assertThat(removed(okafor, path).status()).isEqualTo(204);
    }

    @Test
    void whatWasWrittenOfAVisitIsNotRemovedWithIt() {
        var appointment = okafor.newAppointment(patient);
        var path = "/api/appointments/" + appointment;
        var visit = okafor.post(path + "/visit", VISIT.formatted(", \"vitalSigns\": {\"heartRate\": 70}"));

        var refused = removed(okafor, path);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("has-record");
        assertThat(refused.json().path("appointmentId").stringValue()).isEqualTo(appointment);
        assertThat(refused.json().path("exists").toString()).isEqualTo("[\"record\",\"vitalSigns\"]");
        assertThat(okafor.get(visit.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void aRemovalIsOfTheNewestVersion() {
        var booked = okafor.post("/api/appointments", Api.booking(patient));
        var path = booked.header("Location");
        var current =
                okafor.put(path + "/status", "{\"status\": \"checked_in\"}").header("ETag");

        var stale = okafor.delete(path, booked.header("ETag"));

        assertThat(okafor.delete(path).status()).isEqualTo(428);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo(current);
        assertThat(okafor.get(path).status()).isEqualTo(200);
    }

    @Test
    void onlyThePatientsOwnProviderRemovesAndWhoHadNoOtherAppointmentNoLongerSeesThePatient() {
        var lindqvist = Api.demo().asNewProvider();
        var path = okafor.post("/api/appointments", Api.booking(patient).put("providerId", lindqvist.myId()))
                .header("Location");

        var refused = removed(lindqvist, path);
        var unseen = Api.demo().asNewProvider().delete(path, "\"1\"");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(unseen.status()).isEqualTo(404);
        assertThat(lindqvist.get("/api/patients/" + patient).status()).isEqualTo(200);

        assertThat(removed(okafor, path).status()).isEqualTo(204);
        assertThat(lindqvist.get("/api/patients/" + patient).status()).isEqualTo(404);
        assertThat(lindqvist
                        .get("/api/patients?shared=true")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void whatDoesNotExistIsNotFoundAndWhatIsNoIdCannotBeRead() {
        assertThat(okafor.delete("/api/appointments/" + UUID.randomUUID(), "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(okafor.delete("/api/appointments/7", "\"1\"").status()).isEqualTo(400);
    }

    @RepeatedTest(10)
    void aVisitThatIsWrittenUpInTheSameMomentIsEitherKeptOrNeverBegun() throws Exception {
        var booked = okafor.post("/api/appointments", Api.booking(patient));
        var path = booked.header("Location");
        Callable<Answer> remove = () -> okafor.delete(path, booked.header("ETag"));
        Callable<Answer> write = () -> okafor.post(path + "/visit", VISIT.formatted(""));

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(List.of(remove, write));
            var removed = answers.getFirst().get();
            var written = answers.getLast().get();

            if (removed.status() == 204) {
                assertThat(written.status()).isEqualTo(404);
                assertThat(written.code()).isEqualTo("not-found");
            } else {
                assertThat(removed.status()).isIn(409, 412);
                assertThat(written.status()).isEqualTo(201);
                assertThat(okafor.get(written.header("Location")).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void manyWhoRemoveBookAndChangeForOnePatientAllGetAnAnswer() throws Exception {
        var paths = IntStream.range(0, 20)
                .mapToObj(_ ->
                        okafor.post("/api/appointments", Api.booking(patient)).header("Location"))
                .toList();
        var calls = paths.stream()
                .<Callable<Integer>>mapMulti((path, each) -> {
                    each.accept(() -> removed(okafor, path).status());
                    each.accept(() -> okafor.put(path + "/status", "{\"status\": \"checked_in\"}")
                            .status());
                    each.accept(() -> okafor.post("/api/appointments", Api.booking(patient))
                            .status());
                })
                .toList();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(clients.invokeAll(calls))
                    .extracting(answer -> answer.get())
                    .isSubsetOf(200, 201, 204, 404, 412);
        }
    }

    private static Answer removed(Api by, String path) {
        var version = by.get(path).header("ETag");
        return by.delete(path, version.isEmpty() ? "\"1\"" : version);
    }
}
