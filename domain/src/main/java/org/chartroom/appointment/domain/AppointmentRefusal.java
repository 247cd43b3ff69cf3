package org.chartroom.appointment.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.ProviderId;

/** Every way in which matters of appointments are refused. */
public final class AppointmentRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AppointmentRefusal(Kind kind, String code, String message, Map<String, ?> facts) {
        super(kind, code, message, facts);
    }

    /** There is none, or the actor is not on its patient's care team. */
    public static AppointmentRefusal unknown() {
        return new AppointmentRefusal(Kind.UNKNOWN, "not-found", "There is no such appointment.", Map.of());
    }

    /** The patient to be booked does not exist, or the actor is not on the care team. */
    public static AppointmentRefusal unknownPatient(PatientId id) {
        return new AppointmentRefusal(Kind.UNKNOWN, "not-found", "There is no such patient.", Map.of("patientId", id));
    }

    /** The actor is on the patient's care team, but neither the appointment nor the patient is the actor's. */
    public static AppointmentRefusal notTheActors(AppointmentId id) {
        return new AppointmentRefusal(
                Kind.FORBIDDEN,
                "forbidden",
                "Only the appointment's provider or the patient's own may do this.",
                Map.of("appointmentId", id));
    }

    /** The actor is on the care team, but it is another provider's patient. */
    public static AppointmentRefusal notTheActorsPatient(PatientId id) {
        return new AppointmentRefusal(
                Kind.FORBIDDEN,
                "forbidden",
                "Only the patient's own provider may book the patient in.",
                Map.of("patientId", id));
    }

    /** The version that the change was made from is not the stored one, which is {@code current}. */
    public static AppointmentRefusal stale(AppointmentId id, Version current) {
        return new AppointmentRefusal(
                Kind.STALE,
                "stale-version",
                "The appointment was changed meanwhile.",
                Map.of("appointmentId", id, "current", current));
    }

    /** The version that the working hours were changed from is not the stored one, which is {@code current}. */
    public static AppointmentRefusal staleHours(ProviderId id, Version current) {
        return new AppointmentRefusal(
                Kind.STALE,
                "stale-version",
                "The working hours were changed meanwhile.",
                Map.of("providerId", id, "current", current));
    }

    /** The actor is on the care team, but it is another provider's patient, and so another's to remove. */
    public static AppointmentRefusal notTheActorsToRemove(AppointmentId id) {
        return new AppointmentRefusal(
                Kind.FORBIDDEN,
                "forbidden",
                "Only the patient's own provider may remove an appointment.",
                Map.of("appointmentId", id));
    }

    /**
     * The provider has active appointments in that time.
     *
     * @param conflictsWith those of them that the actor may see
     */
    public static AppointmentRefusal doubleBooked(List<AppointmentId> conflictsWith) {
        return new AppointmentRefusal(
                Kind.CONFLICT,
                "double-booked",
                "The provider has an active appointment in that time.",
                Map.of("conflictsWith", List.copyOf(conflictsWith)));
    }

    /** To move it is to schedule it anew, and the workflow leads from nowhere back to there. */
    static AppointmentRefusal notToBeMoved(AppointmentId id, AppointmentStatus from) {
        return illegalTransition(
                id,
                from,
                AppointmentStatus.SCHEDULED,
                "An appointment that is %s cannot be moved or become another type.".formatted(from));
    }

    static AppointmentRefusal illegalTransition(AppointmentId id, AppointmentStatus from, AppointmentStatus to) {
        return illegalTransition(id, from, to, "An appointment that is %s cannot become %s.".formatted(from, to));
    }

    /** What is written of a visit waits until it has begun, and is closed when it did not take place. */
    static AppointmentRefusal notBegun(AppointmentId id, AppointmentStatus status) {
        return illegalTransition(
                id,
                status,
                AppointmentStatus.IN_PROGRESS,
                "An appointment that is %s has no record to be written.".formatted(status));
    }

    private static AppointmentRefusal illegalTransition(
            AppointmentId id, AppointmentStatus from, AppointmentStatus to, String message) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("appointmentId", id);
        facts.put("from", from);
        facts.put("to", to);
        facts.put("allowed", from.next());
        return new AppointmentRefusal(Kind.CONFLICT, "illegal-transition", message, facts);
    }
}
