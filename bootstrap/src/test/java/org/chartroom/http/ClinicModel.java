package org.chartroom.http;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clinic in plain Java, as its contract tells it: who sees what, what may follow what, what excludes what. It answers
 * with the status that a request gets, and the problem's code where it is one; it knows nothing of the product.
 */
final class ClinicModel {

    private static final Map<String, Integer> MINUTES =
            Map.of("new_patient", 40, "follow_up", 20, "routine_checkup", 30, "sick_visit", 20, "telehealth", 20);

    private static final Set<String> ACTIVE = Set.of("scheduled", "checked_in", "in_progress");

    private static final Map<String, Set<String>> WORKFLOW = Map.of(
            "scheduled", Set.of("checked_in", "cancelled", "no_show"),
            "checked_in", Set.of("in_progress", "cancelled", "no_show"),
            "in_progress", Set.of("completed", "cancelled"),
            "no_show", Set.of("checked_in"),
            "completed", Set.of(),
            "cancelled", Set.of());

    final Map<String, Patient> patients = new HashMap<>();
    final Map<String, Appointment> appointments = new HashMap<>();

    static final class Patient {
        String id = "";
        String owner = "";
        String lastName = "";
        String firstName = "";
        String born = "";
        int allergies;
    }

    static final class Appointment {
        String id = "";
        String patient = "";
        String provider = "";
        Instant at = Instant.EPOCH;
        String type = "";
        String status = "scheduled";
        boolean overbooked;
        boolean record;
        boolean vitalSigns;
        String recordId = "";
        final Set<String> signers = new TreeSet<>();
        int addenda;
        /** Of each proposal, what was decided and by whom; empty while nobody has. */
        final Map<String, String> proposals = new LinkedHashMap<>();
        /** By whose it is. */
        final Map<String, String> drafts = new HashMap<>();

        Instant end() {
            return at.plusSeconds(60L * requireNonNull(MINUTES.get(type)));
        }
    }

    /** What a request is answered. */
    record Expected(int status, String code) {
        static final Expected OK = new Expected(200, "");
        static final Expected CREATED = new Expected(201, "");
        static final Expected DONE = new Expected(204, "");
        static final Expected NOT_FOUND = new Expected(404, "not-found");
        static final Expected FORBIDDEN = new Expected(403, "forbidden");
        static final Expected STALE = new Expected(412, "stale-version");
        static final Expected ILLEGAL = new Expected(409, "illegal-transition");
        static final Expected DOUBLE = new Expected(409, "double-booked");
        static final Expected EXISTS = new Expected(409, "already-exists");
        static final Expected HAS_RECORD = new Expected(409, "has-record");
        static final Expected SIGNED = new Expected(409, "record-signed");
        static final Expected NOT_SIGNABLE = new Expected(409, "not-signable");
        static final Expected DECIDED = new Expected(409, "already-decided");
        static final Expected NOT_SIGNED = new Expected(409, "not-signed");
        static final Expected DUPLICATE = new Expected(409, "possible-duplicate");
    }

    Patient patient(String id) {
        return requireNonNull(patients.get(id));
    }

    Appointment appointment(String id) {
        return requireNonNull(appointments.get(id));
    }

    boolean sees(String actor, String patient) {
        var known = patients.get(patient);
        return known != null
                && (known.owner.equals(actor)
                        || appointments.values().stream()
                                .anyMatch(a -> a.patient.equals(patient) && a.provider.equals(actor)));
    }

    List<String> patientsOf(String actor, boolean shared) {
        return patients.values().stream()
                .filter(p -> shared ? !p.owner.equals(actor) && sees(actor, p.id) : p.owner.equals(actor))
                .sorted(comparing((Patient p) -> p.lastName)
                        .thenComparing(p -> p.firstName)
                        .thenComparing(p -> p.id))
                .map(p -> p.id)
                .toList();
    }

    List<String> appointmentsOf(String actor) {
        return appointments.values().stream()
                .filter(a -> a.provider.equals(actor))
                .sorted(comparing((Appointment a) -> a.at).thenComparing(a -> a.id))
                .map(a -> a.id)
                .toList();
    }

    /** Newest first, as in a chart. */
    List<Appointment> visitsOf(String patient) {
        return appointments.values().stream()
                .filter(a -> a.patient.equals(patient))
                .sorted(comparing((Appointment a) -> a.at)
                        .thenComparing(a -> a.id)
                        .reversed())
                .toList();
    }

    Set<String> namesakes(String actor, String firstName, String lastName, String born) {
        return patients.values().stream()
                .filter(p -> p.owner.equals(actor)
                        && p.firstName.equalsIgnoreCase(firstName)
                        && p.lastName.equalsIgnoreCase(lastName)
                        && p.born.equals(born))
                .map(p -> p.id)
                .collect(toCollection(TreeSet::new));
    }

    Expected register(String actor, String firstName, String lastName, String born, boolean confirmed) {
        return confirmed || namesakes(actor, firstName, lastName, born).isEmpty()
                ? Expected.CREATED
                : Expected.DUPLICATE;
    }

    Expected ofOwner(String actor, String patient, boolean fresh, Expected success) {
        if (!sees(actor, patient)) return Expected.NOT_FOUND;
        if (!patient(patient).owner.equals(actor)) return Expected.FORBIDDEN;
        return fresh ? success : Expected.STALE;
    }

    Expected book(String actor, Appointment wanted) {
        if (!sees(actor, wanted.patient)) return Expected.NOT_FOUND;
        if (!patient(wanted.patient).owner.equals(actor)) return Expected.FORBIDDEN;
        return met(wanted).isEmpty() ? Expected.CREATED : Expected.DOUBLE;
    }

    Expected status(String actor, String id, String to) {
        var refused = notToBeChanged(actor, id);
        if (refused != null) return refused;
        var appointment = appointment(id);
        if (!requireNonNull(WORKFLOW.get(appointment.status)).contains(to)) return Expected.ILLEGAL;
        if (ACTIVE.contains(to)
                && !ACTIVE.contains(appointment.status)
                && !met(appointment).isEmpty()) return Expected.DOUBLE;
        appointment.status = to;
        return Expected.OK;
    }

    Expected move(String actor, String id, Instant at, String type, boolean allowOverlap, boolean fresh) {
        var refused = notToBeChanged(actor, id);
        if (refused != null) return refused;
        if (!fresh) return Expected.STALE;
        var appointment = appointment(id);
        var moved = !appointment.at.equals(at) || !appointment.type.equals(type);
        if (moved && !appointment.status.equals("scheduled")) return Expected.ILLEGAL;
        var next = new Appointment();
        next.id = id;
        next.patient = appointment.patient;
        next.provider = appointment.provider;
        next.at = at;
        next.type = type;
        next.overbooked = allowOverlap || (appointment.overbooked && !moved);
        if (moved && !met(next).isEmpty()) return Expected.DOUBLE;
        appointment.at = at;
        appointment.type = type;
        appointment.overbooked = next.overbooked;
        return Expected.OK;
    }

    Expected remove(String actor, String id, boolean fresh) {
        var appointment = appointments.get(id);
        if (appointment == null) return Expected.NOT_FOUND;
        var expected = ofOwner(actor, appointment.patient, fresh, Expected.DONE);
        if (!expected.equals(Expected.DONE)) return expected;
        if (appointment.record || appointment.vitalSigns) return Expected.HAS_RECORD;
        appointments.remove(id);
        return Expected.DONE;
    }

    Expected measure(String actor, String id) {
        var refused = notToBeChanged(actor, id);
        if (refused != null) return refused;
        var appointment = appointment(id);
        if (appointment.vitalSigns) return Expected.STALE;
        appointment.vitalSigns = true;
        return Expected.CREATED;
    }

    Expected write(String actor, String id) {
        var refused = notToBeChanged(actor, id);
        if (refused != null) return refused;
        var appointment = appointment(id);
        if (!Set.of("in_progress", "completed").contains(appointment.status)) return Expected.ILLEGAL;
        if (appointment.record) return Expected.STALE;
        appointment.record = true;
        appointment.drafts.remove(actor);
        return Expected.CREATED;
    }

    Expected saveDraft(String actor, String id, String note) {
        var refused = notToBeChanged(actor, id);
        if (refused != null) return refused;
        appointment(id).drafts.put(actor, note);
        return Expected.DONE;
    }

    /** Null where there is none, or none any longer to be seen. */
    @Nullable
    String draft(String actor, String id) {
        var appointment = appointments.get(id);
        return appointment == null || !sees(actor, appointment.patient) ? null : appointment.drafts.get(actor);
    }

    Expected discardDraft(String actor, String id) {
        if (draft(actor, id) == null) return Expected.NOT_FOUND;
        appointment(id).drafts.remove(actor);
        return Expected.DONE;
    }

    Expected visit(String actor, String id, boolean vitalSigns) {
        var refused = notToBeChanged(actor, id);
        if (refused != null) return refused;
        var appointment = appointment(id);
        if (appointment.record || (vitalSigns && appointment.vitalSigns)) return Expected.EXISTS;
        if (!ACTIVE.contains(appointment.status)) return Expected.ILLEGAL;
        appointment.record = true;
        appointment.vitalSigns |= vitalSigns;
        appointment.status = "completed";
        appointment.drafts.remove(actor);
        return Expected.CREATED;
    }

    /** Of a visit that has a record, with everything in it. */
    Expected sign(String actor, String id) {
        var appointment = appointments.get(id);
        if (appointment == null || !sees(actor, appointment.patient)) return Expected.NOT_FOUND;
        if (appointment.signers.isEmpty()) {
            var refused = notToBeWritten(actor, appointment);
            if (refused != null) return refused;
            if (appointment.proposals.containsValue("")) return Expected.NOT_SIGNABLE;
        }
        return appointment.signers.add(actor) ? Expected.OK : Expected.EXISTS;
    }

    Expected add(String actor, String id) {
        var appointment = appointments.get(id);
        if (appointment == null || !sees(actor, appointment.patient)) return Expected.NOT_FOUND;
        var refused = notToBeWritten(actor, appointment);
        if (refused != null) return refused;
        if (appointment.signers.isEmpty()) return Expected.NOT_SIGNED;
        appointment.addenda++;
        return Expected.CREATED;
    }

    Expected propose(String actor, String id) {
        var appointment = appointments.get(id);
        if (appointment == null || !sees(actor, appointment.patient)) return Expected.NOT_FOUND;
        var refused = notToBeWritten(actor, appointment);
        if (refused != null) return refused;
        return appointment.signers.isEmpty() ? Expected.CREATED : Expected.SIGNED;
    }

    /** Of a proposal that the record of the visit has. */
    Expected decide(String actor, String id, String proposal, String decision) {
        var appointment = appointments.get(id);
        if (appointment == null || !sees(actor, appointment.patient)) return Expected.NOT_FOUND;
        var refused = notToBeWritten(actor, appointment);
        if (refused != null) return refused;
        var before = requireNonNull(appointment.proposals.get(proposal));
        if (!before.isEmpty()) return before.equals(decision + " " + actor) ? Expected.OK : Expected.DECIDED;
        appointment.proposals.put(proposal, decision + " " + actor);
        return Expected.OK;
    }

    private @Nullable Expected notToBeWritten(String actor, Appointment appointment) {
        var refused = notToBeChanged(actor, appointment.id);
        if (refused != null) return refused;
        return Set.of("in_progress", "completed").contains(appointment.status) ? null : Expected.ILLEGAL;
    }

    /** The own visits that are completed without a record, or have one that nobody signed; the oldest first. */
    List<String> workOf(String actor) {
        return appointmentsOf(actor).stream()
                .map(this::appointment)
                .filter(a -> a.record ? a.signers.isEmpty() : a.status.equals("completed"))
                .map(a -> a.id)
                .toList();
    }

    boolean isSigned(String patient) {
        return visitsOf(patient).stream().anyMatch(visit -> !visit.signers.isEmpty());
    }

    void erase(String patient) {
        patients.remove(patient);
        appointments.values().removeIf(a -> a.patient.equals(patient));
    }

    /** The active appointments of the same provider at the same time, unless it is meant to overlap. */
    Set<String> met(Appointment wanted) {
        if (wanted.overbooked) return Set.of();
        return overlapping(wanted).map(a -> a.id).collect(toCollection(TreeSet::new));
    }

    Set<String> metInSightOf(String actor, Appointment wanted) {
        return overlapping(wanted)
                .filter(a -> sees(actor, a.patient))
                .map(a -> a.id)
                .collect(toCollection(TreeSet::new));
    }

    private Stream<Appointment> overlapping(Appointment wanted) {
        return appointments.values().stream()
                .filter(a -> !a.id.equals(wanted.id)
                        && a.provider.equals(wanted.provider)
                        && ACTIVE.contains(a.status)
                        && a.at.isBefore(wanted.end())
                        && wanted.at.isBefore(a.end()));
    }

    private @Nullable Expected notToBeChanged(String actor, String id) {
        var appointment = appointments.get(id);
        if (appointment == null || !sees(actor, appointment.patient)) return Expected.NOT_FOUND;
        return appointment.provider.equals(actor)
                        || patient(appointment.patient).owner.equals(actor)
                ? null
                : Expected.FORBIDDEN;
    }
}
