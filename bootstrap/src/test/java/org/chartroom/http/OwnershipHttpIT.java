package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patient's own provider, a colleague with an appointment, and a stranger, over HTTP. */
class OwnershipHttpIT {

    private static final String NOBODYS = "00000000-0000-4000-8000-00000000dead";

    private final Api okafor = Api.demo();
    private final Api lindqvist = okafor.asNewProvider();
    private final Api stranger = okafor.asNewProvider();
    private final String patient = okafor.newPatient();

    @Test
    void aColleagueSeesAPatientOnceThereIsAnAppointment() {
        assertThat(lindqvist.get("/api/patients/" + patient).status()).isEqualTo(404);

        bookedWith(lindqvist);

        assertThat(lindqvist.get("/api/patients/" + patient).body())
                .isEqualTo(okafor.get("/api/patients/" + patient).body());
        assertThat(lindqvist.get("/api/patients/" + patient + "/chart").body())
                .isEqualTo(okafor.get("/api/patients/" + patient + "/chart").body());
        assertThat(ids(lindqvist.get("/api/patients"))).isEmpty();
        assertThat(ids(lindqvist.get("/api/patients?shared=true"))).containsExactly(patient);
        assertThat(stranger.get("/api/patients/" + patient).status()).isEqualTo(404);
    }

    @Test
    void aColleagueWritesUpTheOwnVisitAndNoOther() {
        var own = bookedWith(lindqvist);
        var okafors = bookedWith(okafor);

        var refused = lindqvist.post("/api/appointments/" + okafors + "/visit", VISIT);
        var moved = lindqvist.put("/api/appointments/" + okafors + "/status", "{\"status\": \"cancelled\"}");
        var written = lindqvist.post("/api/appointments/" + own + "/visit", VISIT);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(moved.status()).isEqualTo(403);
        assertThat(written.status()).isEqualTo(201);
        assertThat(okafor.get(written.header("Location")).status()).isEqualTo(200);
        assertThat(stranger.get(written.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void onlyThePatientsOwnProviderBooksAndHandsOver() {
        bookedWith(lindqvist);
        var version = lindqvist.get("/api/patients/" + patient).header("ETag");

        var booked = lindqvist.post("/api/appointments", Api.booking(patient));
        var handedOver = lindqvist.put("/api/patients/" + patient + "/provider", version, to(lindqvist));

        assertThat(booked.status()).isEqualTo(403);
        assertThat(handedOver.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT    /api/patients/%s",
                "DELETE /api/patients/%s",
                "POST   /api/patients/%s/allergies",
                "PUT    /api/patients/%s/allergies/" + NOBODYS,
                "DELETE /api/patients/%s/allergies/" + NOBODYS,
                "POST   /api/patients/%s/chronic-conditions",
                "PUT    /api/patients/%s/chronic-conditions/" + NOBODYS,
                "DELETE /api/patients/%s/chronic-conditions/" + NOBODYS
            })
    void whatIsKnownOfAPatientIsForTheOwnProviderToChange(String route) {
        bookedWith(lindqvist);
        var before = okafor.get("/api/patients/" + patient).body();

        var refused = call(lindqvist, route, patient);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(okafor.get("/api/patients/" + patient).body()).isEqualTo(before);
    }

    @Test
    void aPatientWhoIsHandedOverIsTheReceivers() {
        var version = okafor.get("/api/patients/" + patient).header("ETag");

        var answer = okafor.put("/api/patients/" + patient + "/provider", version, to(lindqvist));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(okafor.get("/api/patients/" + patient).status()).isEqualTo(404);
        var theirs = lindqvist.get("/api/patients/" + patient);
        assertThat(theirs.json().path("providerId").stringValue()).isEqualTo(lindqvist.myId());
        assertThat(ids(lindqvist.get("/api/patients"))).containsExactly(patient);
    }

    @Test
    void aPatientIsHandedOverFromTheNewestVersionToSomebodyWhoIsThere() {
        var path = "/api/patients/" + patient + "/provider";
        var version = okafor.get("/api/patients/" + patient).header("ETag");
        var nobody =
                Api.JSON.createObjectNode().put("providerId", UUID.randomUUID().toString());

        assertThat(okafor.put(path, to(lindqvist)).status()).isEqualTo(428);
        assertThat(okafor.put(path, "\"1\"", to(lindqvist)).status()).isEqualTo(412);
        assertThat(okafor.put(path, "\"1\"", to(lindqvist)).header("ETag")).isEqualTo(version);
        assertThat(okafor.put(path, version, nobody).errors()).containsEntry("providerId", "unknown");
        assertThat(okafor.put(path, version, "{}").errors()).containsEntry("providerId", "required");
        assertThat(okafor.get("/api/patients/" + patient).header("ETag")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET    /api/patients/%s",
                "PUT    /api/patients/%s",
                "DELETE /api/patients/%s",
                "POST   /api/patients/%s/allergies",
                "POST   /api/patients/%s/chronic-conditions",
                "GET    /api/patients/%s/chart",
                "GET    /api/patients/%s/accesses",
                "PUT    /api/patients/%s/provider",
                "GET    /api/appointments/%s",
                "PUT    /api/appointments/%s",
                "DELETE /api/appointments/%s",
                "PUT    /api/appointments/%s/status",
                "POST   /api/appointments/%s/visit",
                "GET    /api/records/%s"
            })
    void whatIsNotOnesOwnAndWhatIsNotThereAreTheSameToTheByte(String route) {
        var appointment = bookedWith(okafor);
        var record = okafor.post("/api/appointments/" + appointment + "/visit", VISIT)
                .json()
                .path("record")
                .path("id")
                .stringValue();
        var id = route.contains("patients") ? patient : route.contains("records") ? record : appointment;
        var none = UUID.randomUUID().toString();

        var theirs = call(stranger, route, id);
        var nobodys = call(stranger, route, none);

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body()).contains(id);
        assertThat(theirs.body().replace(id, none)).isEqualTo(nobodys.body());
        assertThat(names(theirs)).isEqualTo(names(nobodys));
    }

    @Test
    void aBookingOfAPatientOfAnothersIsNotFound() {
        var theirs = stranger.post("/api/appointments", Api.booking(patient));
        var nobodys =
                stranger.post("/api/appointments", Api.booking(UUID.randomUUID().toString()));

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
    }

    private static final String VISIT = """
            {"record": {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "", "plan": ""}}
            """;

    private static Answer call(Api as, String route, String id) {
        var words = route.formatted(id).split(" +", 2);
        return switch (words[0]) {
            case "PUT" -> as.put(words[1], "\"1\"", body(words[1], as));
            case "POST" -> as.post(words[1], body(words[1], as));
            case "DELETE" -> as.delete(words[1], "\"1\"");
            default -> as.get(words[1]);
        };
    }

    private static Object body(String path, Api as) {
        if (path.matches("/api/appointments/[^/]+"))
            return "{\"appointmentDate\": \"2026-03-02T09:30:00Z\", \"appointmentType\": \"sick_visit\"}";
        return switch (path.replace("/" + NOBODYS, "").replaceFirst(".*/", "")) {
            case "status" -> "{\"status\": \"checked_in\"}";
            case "visit" -> VISIT;
            case "provider" -> to(as);
            case "allergies" -> "{\"allergen\": \"Latex\", \"severity\": \"mild\"}";
            case "chronic-conditions" -> "{\"condition\": \"Asthma\"}";
            case "appointments" ->
                "{\"appointmentDate\": \"2026-03-02T09:30:00Z\", \"appointmentType\": \"sick_visit\"}";
            default -> Api.minimalPatient();
        };
    }

    private static Object to(Api receiver) {
        return Api.JSON.createObjectNode().put("providerId", receiver.myId());
    }

    private String bookedWith(Api provider) {
        return okafor.post("/api/appointments", Api.booking(patient).put("providerId", provider.myId()))
                .id();
    }

    private static List<String> ids(Answer list) {
        var ids = new ArrayList<String>();
        for (var item : list.json().path("items")) ids.add(item.path("id").stringValue());
        return ids;
    }

    /** The headers but for what every request has its own of. */
    private static List<String> names(Answer answer) {
        return answer.headers().map().keySet().stream().sorted().toList();
    }
}
