package org.chartroom.patient.domain;

import java.util.List;
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

    /** There is none of that id, or it is another patient's. */
    public static PatientRefusal unknownAllergy(PatientId patient) {
        return new PatientRefusal(Kind.UNKNOWN, "not-found", "There is no such allergy.", Map.of("patientId", patient));
    }

    /** There is none of that id, or it is another patient's. */
    public static PatientRefusal unknownChronicCondition(PatientId patient) {
        return new PatientRefusal(
                Kind.UNKNOWN, "not-found", "There is no such chronic condition.", Map.of("patientId", patient));
    }

    /** The actor has patients of that name and birth date; who is registered may be one of them. */
    public static PatientRefusal possibleDuplicate(List<PatientId> candidates) {
        return new PatientRefusal(
                Kind.CONFLICT,
                "possible-duplicate",
                "A patient of that name and birth date exists; confirmDuplicate registers another.",
                Map.of("candidates", List.copyOf(candidates)));
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
