package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chartroom.http.Api.Answer;
import org.chartroom.http.ClinicModel.Appointment;
import org.chartroom.http.ClinicModel.Expected;
import org.chartroom.http.ClinicModel.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Two providers do what they like, at the clinic and in a model of it; whatever one is answered, the other is too. */
class ModelHttpIT {

    private static final int STEPS = Integer.getInteger("chartroom.model.steps", 600);
    private static final Instant MORNING = Instant.parse("2032-03-01T08:00:00Z");
    private static final List<String> TYPES =
            List.of("new_patient", "follow_up", "routine_checkup", "sick_visit", "telehealth");
    private static final List<String> STATUSES =
            List.of("scheduled", "checked_in", "in_progress", "completed", "cancelled", "no_show");

    private static final TreeMap<String, Integer> SEEN = new TreeMap<>();

    private final ClinicModel model = new ClinicModel();
    private final List<Api> apis =
            List.of(Api.demo().asNewProvider(), Api.demo().asNewProvider());
    private final List<String> ids = apis.stream().map(Api::myId).toList();
    private Random random = new Random();
    private int actor;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theClinicAnswersAsItsModelDoes(long seed) {
        random = new Random(seed);
        for (var step = 0; step < STEPS; step++) {
            actor = random.nextInt(2);
            try {
                step();
            } catch (AssertionError difference) {
                throw new AssertionError("step %d of seed %d".formatted(step, seed), difference);
            }
        }
    }

    @AfterAll
    static void itWentManyWays() {
        assertThat(SEEN.keySet())
                .contains(
                        "register 409",
                        "book 201",
                        "book 403",
                        "book 409",
                        "status 200",
                        "status 409",
                        "move 200",
                        "move 409",
                        "move 412",
                        "remove 204",
                        "remove 409",
                        "visit 201",
                        "visit 409",
                        "write 201",
                        "write 409",
                        "measure 201",
                        "save draft 204",
                        "save draft 403",
                        "draft 200",
                        "draft 404",
                        "discard draft 204",
                        "erase 200",
                        "erase 409",
                        "sign 200",
                        "sign 403",
                        "sign 409",
                        "add 201",
                        "add 409",
                        "propose 201",
                        "propose 403",
                        "propose 409",
                        "decide 200",
                        "decide 403",
                        "decide 409",
                        "transfer 204");
    }

    private void step() {
        switch (random.nextInt(33)) {
            case 0, 1 -> register();
            case 2, 3, 4, 5, 6 -> book();
            case 7, 8, 9, 10 -> status();
            case 11, 12 -> move();
            case 13 -> remove();
            case 14 -> measure();
            case 15, 25 -> write();
            case 16 -> visit();
            case 17 -> allergy();
            case 18 -> transfer();
            case 19 -> {
                if (random.nextInt(3) == 0) erase();
            }
            case 20 -> lists();
            case 21, 22 -> saveDraft();
            case 23 -> draft();
            case 26 -> sign();
            case 27 -> add();
            case 28 -> worklist();
            case 29, 30 -> propose();
            case 31, 32 -> decide();
            default -> chart();
        }
    }

    private void register() {
        var firstName = one(List.of("Ada", "Ben", "Cleo"));
        var lastName = one(List.of("Okafor", "Lind"));
        var born = one(List.of("1980-02-29", "2001-07-14"));
        var confirmed = random.nextInt(4) == 0;
        var namesakes = model.namesakes(me(), firstName, lastName, born);
        var expected = model.register(me(), firstName, lastName, born, confirmed);

        var answer = api().post("/api/patients", """
                {"firstName": "%s", "lastName": "%s", "dateOfBirth": "%s", "sex": "other", "confirmDuplicate": %s}""".formatted(firstName, lastName, born, confirmed));

        check("register", expected, answer);
        if (expected.equals(Expected.DUPLICATE))
            assertThat(ids(answer, "candidates")).isEqualTo(namesakes);
        if (!expected.equals(Expected.CREATED)) return;
        var patient = new Patient();
        patient.id = answer.id();
        patient.owner = me();
        patient.firstName = firstName;
        patient.lastName = lastName;
        patient.born = born;
        model.patients.put(patient.id, patient);
    }

    private void book() {
        var wanted = new Appointment();
        wanted.patient = patient();
        wanted.provider = ids.get(random.nextInt(2));
        wanted.at = time();
        wanted.type = one(TYPES);
        wanted.overbooked = random.nextInt(6) == 0;
        var inSight = model.metInSightOf(me(), wanted);
        var expected = model.book(me(), wanted);

        var answer = api().post("/api/appointments", """
                {"patientId": "%s", "providerId": "%s", "appointmentDate": "%s", "appointmentType": "%s"%s}""".formatted(
                        wanted.patient, wanted.provider, wanted.at, wanted.type, overlap(wanted.overbooked)));

        check("book", expected, answer);
        if (expected.equals(Expected.DOUBLE))
            assertThat(ids(answer, "conflictsWith")).isEqualTo(inSight);
        if (!expected.equals(Expected.CREATED)) return;
        wanted.id = answer.id();
        model.appointments.put(wanted.id, wanted);
    }

    private void status() {
        var id = appointment();
        var to = one(STATUSES);
        var expected = model.status(me(), id, to);

        check("status", expected, api().put("/api/appointments/" + id + "/status", "{\"status\": \"" + to + "\"}"));
    }

    private void move() {
        var id = appointment();
        var stays = model.appointments.containsKey(id) && random.nextInt(4) == 0;
        var at = stays ? model.appointment(id).at : time();
        var type = stays ? model.appointment(id).type : one(TYPES);
        var allowOverlap = random.nextInt(6) == 0;
        var fresh = random.nextInt(5) > 0;
        var tag = tag("/api/appointments/" + id, fresh);
        var expected = model.move(me(), id, at, type, allowOverlap, fresh);

        var answer = api().put("/api/appointments/" + id, tag, """
                {"appointmentDate": "%s", "appointmentType": "%s"%s}""".formatted(at, type, overlap(allowOverlap)));

        check("move", expected, answer);
    }

    private void remove() {
        var id = appointment();
        var fresh = random.nextInt(5) > 0;
        var tag = tag("/api/appointments/" + id, fresh);

        check("remove", model.remove(me(), id, fresh), api().delete("/api/appointments/" + id, tag));
    }

    private void measure() {
        var id = appointment();
        var expected = model.measure(me(), id);

        check("measure", expected, api().putFirst("/api/appointments/" + id + "/vital-signs", "{\"heartRate\": 72}"));
    }

    private void write() {
        var id = mostly(visit -> visit.status.equals("in_progress") && !visit.record);
        var expected = model.write(me(), id);

        var answer = api().putFirst("/api/appointments/" + id + "/record", RECORD);

        check("write", expected, answer);
        if (expected.equals(Expected.CREATED)) model.appointment(id).recordId = answer.id();
    }

    private void sign() {
        var visit = written();
        if (visit == null) return;
        var expected = model.sign(me(), visit.id);

        var answer =
                api().post("/api/records/" + visit.recordId + "/signature", "{\"password\": \"" + Api.PASSWORD + "\"}");

        check("sign", expected, answer);
    }

    private void add() {
        var visit = written();
        if (visit == null) return;
        var expected = model.add(me(), visit.id);

        check("add", expected, api().post("/api/records/" + visit.recordId + "/addenda", "{\"text\": \"Well.\"}"));
        if (!model.sees(me(), visit.patient)) return;
        assertThat(api().get("/api/records/" + visit.recordId + "/addenda")
                        .json()
                        .path("items"))
                .hasSize(visit.addenda);
        assertThat(api().get("/api/records/" + visit.recordId + "/signatures")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(signature -> signature.path("providerId").stringValue()))
                .containsExactlyInAnyOrderElementsOf(visit.signers);
    }

    private void propose() {
        var visit = written();
        if (visit == null) return;
        var expected = model.propose(me(), visit.id);

        var answer = api().post("/api/records/" + visit.recordId + "/proposals", """
                {"engine": {"name": "Scribe", "version": "1"},
                 "proposals": [{"content": {"symptom": {"name": "Cough"}}, "evidence": [{"start": 10, "end": 17, "quote": "I cough"}]}]}
                """);

        check("propose", expected, answer);
        if (expected.equals(Expected.CREATED))
            visit.proposals.put(answer.json().at("/items/0/id").stringValue(), "");
    }

    private void decide() {
        var visit = written();
        if (visit == null || visit.proposals.isEmpty()) return;
        var proposal = one(List.copyOf(visit.proposals.keySet()));
        var decision = one(List.of("accepted", "rejected"));
        var expected = model.decide(me(), visit.id, proposal, decision);

        check(
                "decide",
                expected,
                api().put(
                                "/api/records/" + visit.recordId + "/proposals/" + proposal,
                                "{\"decision\": \"" + decision + "\"}"));
        if (!model.sees(me(), visit.patient)) return;
        var accepted = visit.proposals.values().stream()
                .filter(decided -> decided.startsWith("accepted"))
                .count();
        assertThat(api().get("/api/records/" + visit.recordId).json().path("symptoms"))
                .hasSize((int) accepted);
    }

    private void worklist() {
        assertThat(all("/api/worklist?limit=7", "appointmentId")).isEqualTo(model.workOf(me()));
    }

    private @Nullable Appointment written() {
        var written = visits(visit -> visit.record);
        return written.isEmpty() ? null : one(written);
    }

    private List<Appointment> visits(Predicate<Appointment> which) {
        return model.appointments.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(visit -> visit.id))
                .toList();
    }

    private void saveDraft() {
        var id = appointment();
        var note = "n" + random.nextInt(1000);
        var expected = model.saveDraft(me(), id, note);

        var answer = api().put("/api/appointments/" + id + "/draft", "{\"plan\": \"" + note + "\"}");

        check("save draft", expected, answer);
    }

    private void draft() {
        var id = mostly(visit -> !visit.drafts.isEmpty());
        var expected = model.draft(me(), id);

        var answer = api().get("/api/appointments/" + id + "/draft");

        check("draft", expected == null ? Expected.NOT_FOUND : Expected.OK, answer);
        if (expected != null)
            assertThat(answer.json().path("note").path("plan").stringValue()).isEqualTo(expected);
        if (random.nextInt(3) == 0)
            check("discard draft", model.discardDraft(me(), id), api().delete("/api/appointments/" + id + "/draft"));
    }

    private void visit() {
        var id = appointment();
        var vitalSigns = random.nextBoolean();
        var expected = model.visit(me(), id, vitalSigns);

        var answer = api().post(
                        "/api/appointments/" + id + "/visit",
                        "{\"record\": " + RECORD + (vitalSigns ? ", \"vitalSigns\": {\"heartRate\": 72}}" : "}"));

        check("visit", expected, answer);
        if (expected.equals(Expected.CREATED))
            model.appointment(id).recordId = answer.json().at("/record/id").stringValue();
    }

    private void allergy() {
        var id = patient();
        var expected = model.ofOwner(me(), id, true, Expected.CREATED);

        var answer =
                api().post("/api/patients/" + id + "/allergies", "{\"allergen\": \"Latex\", \"severity\": \"mild\"}");

        check("allergy", expected, answer);
        if (expected.equals(Expected.CREATED)) model.patient(id).allergies++;
    }

    private void transfer() {
        var id = patient();
        var fresh = random.nextInt(5) > 0;
        var receiver = ids.get(1 - actor);
        var tag = tag("/api/patients/" + id, fresh);
        var expected = model.ofOwner(me(), id, fresh, Expected.DONE);

        var answer = api().put("/api/patients/" + id + "/provider", tag, "{\"providerId\": \"" + receiver + "\"}");

        check("transfer", expected, answer);
        if (expected.equals(Expected.DONE)) model.patient(id).owner = receiver;
    }

    private void erase() {
        var signed = visits(visit -> !visit.signers.isEmpty());
        var id = signed.isEmpty() || random.nextInt(3) == 0 ? patient() : one(signed).patient;
        var fresh = random.nextInt(5) > 0;
        var tag = tag("/api/patients/" + id, fresh);
        var confirmed = random.nextBoolean();
        var expected = model.ofOwner(me(), id, fresh, model.isSigned(id) && !confirmed ? Expected.SIGNED : Expected.OK);

        var answer = api().delete("/api/patients/" + id + (confirmed ? "?confirmSigned=true" : ""), tag);

        check("erase", expected, answer);
        if (!expected.equals(Expected.OK)) return;
        var deleted = answer.json().path("deleted");
        var visits = model.visitsOf(id);
        assertThat(deleted.path("allergies").intValue()).isEqualTo(model.patient(id).allergies);
        assertThat(deleted.path("appointments").intValue()).isEqualTo(visits.size());
        assertThat(deleted.path("medicalRecords").longValue())
                .isEqualTo(visits.stream().filter(visit -> visit.record).count());
        assertThat(deleted.path("vitalSigns").longValue())
                .isEqualTo(visits.stream().filter(visit -> visit.vitalSigns).count());
        model.erase(id);
    }

    private void lists() {
        assertThat(all("/api/patients?limit=7")).isEqualTo(model.patientsOf(me(), false));
        assertThat(all("/api/patients?limit=7&shared=true")).isEqualTo(model.patientsOf(me(), true));
        assertThat(all("/api/appointments?limit=7")).isEqualTo(model.appointmentsOf(me()));
    }

    private void chart() {
        var id = patient();
        var answer = api().get("/api/patients/" + id + "/chart");

        check("chart", model.sees(me(), id) ? Expected.OK : Expected.NOT_FOUND, answer);
        if (answer.status() != 200) return;
        var shown = answer.json()
                .path("appointments")
                .valueStream()
                .map(ModelHttpIT::line)
                .toList();
        assertThat(shown)
                .isEqualTo(model.visitsOf(id).stream()
                        .map(visit -> "%s %s %s %s".formatted(visit.id, visit.status, visit.record, visit.vitalSigns))
                        .toList());
        assertThat(answer.json().path("allergies").size()).isEqualTo(model.patient(id).allergies);
    }

    private static String line(JsonNode visit) {
        return "%s %s %s %s"
                .formatted(
                        visit.path("id").stringValue(),
                        visit.path("status").stringValue(),
                        visit.path("record").isObject(),
                        visit.path("vitalSigns").isObject());
    }

    private void check(String what, Expected expected, Answer answer) {
        SEEN.merge(what + " " + answer.status(), 1, Integer::sum);
        assertThat(new Expected(answer.status(), answer.code()))
                .as("%s: %s", what, answer.body())
                .isEqualTo(expected);
    }

    private List<String> all(String path) {
        return all(path, "id");
    }

    private List<String> all(String path, String id) {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page =
                    api().get(path + (next.isEmpty() ? "" : "&cursor=" + next)).json();
            page.path("items").forEach(item -> found.add(item.path(id).stringValue()));
            next = page.path("next").stringValue("");
        } while (!next.isEmpty());
        return found;
    }

    private String tag(String path, boolean fresh) {
        var tag = fresh ? api().get(path).header("ETag") : "";
        return tag.isEmpty() ? "\"0\"" : tag;
    }

    private static Set<String> ids(Answer answer, String field) {
        var ids = new TreeSet<String>();
        answer.json().path(field).forEach(id -> ids.add(id.stringValue()));
        return ids;
    }

    private static String overlap(boolean allowed) {
        return allowed ? ", \"allowOverlap\": true, \"overlapReason\": \"Emergency\"" : "";
    }

    private String patient() {
        return known(model.patients.keySet());
    }

    private String appointment() {
        return known(model.appointments.keySet());
    }

    /** Mostly one of a kind that is rare. */
    private String mostly(Predicate<Appointment> rare) {
        var ids = model.appointments.values().stream()
                .filter(rare)
                .map(appointment -> appointment.id)
                .collect(Collectors.toCollection(TreeSet::new));
        return ids.isEmpty() || random.nextInt(3) == 0 ? appointment() : one(List.copyOf(ids));
    }

    /** Now and then one that there is not. */
    private String known(Set<String> ids) {
        return ids.isEmpty() || random.nextInt(30) == 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : one(List.copyOf(new TreeSet<>(ids)));
    }

    /** Few enough that appointments meet. */
    private Instant time() {
        return MORNING.plusSeconds(600L * random.nextInt(60));
    }

    private Api api() {
        return apis.get(actor);
    }

    private String me() {
        return ids.get(actor);
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static final String RECORD = """
            {"chiefComplaint": "Cough", "subjective": "a", "objective": "b", "assessment": "c", "plan": "d",
             "aiTranscript": "[patient] I cough."}""";
}
