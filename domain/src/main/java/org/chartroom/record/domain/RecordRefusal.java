package org.chartroom.record.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.VitalSignsId;

/** Every way in which matters of records and vital signs are refused. */
public final class RecordRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RecordRefusal(Kind kind, String code, String message, Map<String, ?> facts) {
        super(kind, code, message, facts);
    }

    /** As many imports are under way at this server as may be at once. */
    public static RecordRefusal importsUnderWay() {
        return new RecordRefusal(
                Kind.BUSY, "temporarily-unavailable", "Other imports are under way at this moment.", Map.of());
    }

    /** There is none, or the actor is not on the patient's care team. */
    public static RecordRefusal unknownRecord() {
        return notFound("There is no such record.", Map.of());
    }

    /** There are none, or the actor is not on the patient's care team. */
    public static RecordRefusal unknownVitalSigns() {
        return notFound("There are no such vital signs.", Map.of());
    }

    /** The record, which the actor sees, has none of that id. */
    public static RecordRefusal unknownSymptom() {
        return notFound("There is no such symptom.", Map.of());
    }

    /** The record, which the actor sees, has none of that id. */
    public static RecordRefusal unknownPrescription() {
        return notFound("There is no such prescription.", Map.of());
    }

    /** The record, which the actor sees, has none of that id. */
    public static RecordRefusal unknownProposal() {
        return notFound("There is no such proposal.", Map.of());
    }

    /** The actor keeps none of that visit. */
    public static RecordRefusal unknownDraft() {
        return notFound("There is no draft.", Map.of());
    }

    /** The visit's appointment does not exist, or the actor is not on the patient's care team. */
    public static RecordRefusal unknownAppointment() {
        return notFound("There is no such appointment.", Map.of());
    }

    /** The chart's patient does not exist, or the actor is not on the care team. */
    public static RecordRefusal unknownPatient(PatientId id) {
        return notFound("There is no such patient.", Map.of("patientId", id));
    }

    /** The actor is on the patient's care team, but neither the appointment nor the patient is the actor's. */
    public static RecordRefusal notTheActors(AppointmentId id) {
        return new RecordRefusal(
                Kind.FORBIDDEN,
                "forbidden",
                "Only the appointment's provider or the patient's own may write this.",
                Map.of("appointmentId", id));
    }

    public static RecordRefusal secondRecord(AppointmentId id) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "already-exists",
                "The appointment has a record already.",
                Map.of("appointmentId", id, "exists", List.of("record")));
    }

    public static RecordRefusal secondVitalSigns(AppointmentId id) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "already-exists",
                "The appointment has vital signs already.",
                Map.of("appointmentId", id, "exists", List.of("vitalSigns")));
    }

    /** The appointment is not to be removed: what was written of the visit would go with it. */
    public static RecordRefusal hasRecord(AppointmentId id, boolean record, boolean vitalSigns) {
        var exists = new ArrayList<String>();
        if (record) exists.add("record");
        if (vitalSigns) exists.add("vitalSigns");
        return new RecordRefusal(
                Kind.CONFLICT,
                "has-record",
                "An appointment that has a record or vital signs is not removed.",
                Map.of("appointmentId", id, "exists", List.copyOf(exists)));
    }

    /** It is not to be signed yet: these of its texts are blank. */
    public static RecordRefusal notSignable(MedicalRecordId id, Set<SoapPart> blank) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "not-signable",
                "A record is signed when each of its five texts holds something.",
                Map.of("recordId", id, "blank", List.copyOf(blank)));
    }

    /** It is not to be signed yet: these proposals of an AI scribe are neither accepted nor rejected. */
    public static RecordRefusal undecided(MedicalRecordId id, List<ProposalId> undecided) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "not-signable",
                "A record is signed when everything that was proposed for it is decided.",
                Map.of("recordId", id, "undecided", List.copyOf(undecided)));
    }

    /** It is signed, and so is not changed any more. */
    public static RecordRefusal signed(MedicalRecordId id) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "record-signed",
                "The record is signed; what is to be said now is an addendum.",
                Map.of("recordId", id));
    }

    /** Records of the patient are signed, and it was not confirmed that they shall go too. */
    public static RecordRefusal signedRecords(PatientId id) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "record-signed",
                "Records of the patient are signed; confirmSigned=true deletes them too.",
                Map.of("patientId", id));
    }

    /** The actor has signed it already. */
    public static RecordRefusal secondSignature(MedicalRecordId id) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "already-exists",
                "You have signed the record already.",
                Map.of("recordId", id, "exists", List.of("signature")));
    }

    /** Nothing is added to it: it is not signed, and so can be changed itself. */
    public static RecordRefusal notSigned(MedicalRecordId id) {
        return new RecordRefusal(
                Kind.CONFLICT,
                "not-signed",
                "The record is not signed yet; change the record itself.",
                Map.of("recordId", id));
    }

    /** Somebody has decided it, and a decision stands. */
    public static RecordRefusal alreadyDecided(ProposalId id) {
        return new RecordRefusal(
                Kind.CONFLICT, "already-decided", "The proposal is decided already.", Map.of("proposalId", id));
    }

    /** There is no such version of it, or none at all that the actor sees. */
    public static RecordRefusal unknownVersion() {
        return notFound("There is no such version.", Map.of());
    }

    /** {@link #unknownVersion()}, of a patient. */
    public static RecordRefusal unknownVersion(PatientId id) {
        return notFound("There is no such version.", Map.of("patientId", id));
    }

    /** The version that the change was made from is not the stored one, which is {@code current}. */
    public static RecordRefusal stale(MedicalRecordId id, Version current) {
        return stale("The record was changed meanwhile.", Map.of("recordId", id, "current", current));
    }

    /** The version that the change was made from is not the stored one, which is {@code current}. */
    public static RecordRefusal stale(VitalSignsId id, Version current) {
        return stale("The vital signs were changed meanwhile.", Map.of("vitalSignsId", id, "current", current));
    }

    /** What was to be the appointment's first record is not: there is one, of version {@code current}. */
    public static RecordRefusal notTheFirst(MedicalRecordId id, Version current) {
        return stale("The appointment has a record already.", Map.of("recordId", id, "current", current));
    }

    /** What were to be the appointment's first vital signs are not: there are some, of version {@code current}. */
    public static RecordRefusal notTheFirst(VitalSignsId id, Version current) {
        return stale("The appointment has vital signs already.", Map.of("vitalSignsId", id, "current", current));
    }

    /** The version that the change was made from cannot be the stored one: there is no record. */
    public static RecordRefusal noRecordToReplace(AppointmentId id) {
        return stale("The appointment has no record.", Map.of("appointmentId", id));
    }

    /** The version that the change was made from cannot be the stored one: there are no vital signs. */
    public static RecordRefusal noVitalSignsToReplace(AppointmentId id) {
        return stale("The appointment has no vital signs.", Map.of("appointmentId", id));
    }

    private static RecordRefusal notFound(String message, Map<String, ?> facts) {
        return new RecordRefusal(Kind.UNKNOWN, "not-found", message, facts);
    }

    private static RecordRefusal stale(String message, Map<String, ?> facts) {
        return new RecordRefusal(Kind.STALE, "stale-version", message, facts);
    }
}
