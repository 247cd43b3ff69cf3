package org.chartroom.patient.domain;

import java.util.Map;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;

/** Every way in which matters of patients are refused. */
public final class PatientRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private PatientRefusal(Kind kind, String code, String message, Map<String, ?> facts) {
        super(kind, code, message, facts);
    }

    /** There is none, or the actor is not on its care team. */
    public static PatientRefusal unknown(PatientId id) {
        return new PatientRefusal(Kind.UNKNOWN, "not-found", "There is no such patient.", Map.of("patientId", id));
    }

    /** The version that the change was made from is not the stored one, which is {@code current}. */
    public static PatientRefusal stale(PatientId id, Version current) {
        return new PatientRefusal(
                Kind.STALE,
                "stale-version",
                "The patient was changed meanwhile.",
                Map.of("patientId", id, "current", current));
    }

    /** The actor is on the care team, but it is another provider's patient. */
    public static PatientRefusal notTheActors(PatientId id) {
        return new PatientRefusal(
                Kind.FORBIDDEN, "forbidden", "Only the patient's own provider may do this.", Map.of("patientId", id));
    }
}
