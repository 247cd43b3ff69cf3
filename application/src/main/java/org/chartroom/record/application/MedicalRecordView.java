package org.chartroom.record.application;

import java.time.Instant;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.Symptom;
import org.chartroom.record.domain.SymptomDetails;

/**
 * A medical record, to be shown.
 *
 * @param symptoms      in the order in which they were recorded
 * @param prescriptions in the order in which they were recorded
 * @param updatedAt     of the whole aggregate: a change of a symptom moves it too
 */
@Phi
public record MedicalRecordView(
        MedicalRecordId id,
        AppointmentId appointmentId,
        PatientId patientId,
        SoapNote note,
        AiScribe scribe,
        List<SymptomView> symptoms,
        List<PrescriptionView> prescriptions,
        Instant createdAt,
        Instant updatedAt) {

    public Version version() {
        return new Version(updatedAt);
    }

    /** Without its times. */
    public MedicalRecord record() {
        return new MedicalRecord(
                id,
                appointmentId,
                note,
                scribe,
                symptoms.stream()
                        .map(symptom -> new Symptom(symptom.id(), symptom.details()))
                        .toList(),
                prescriptions.stream()
                        .map(prescription -> new Prescription(prescription.id(), prescription.details()))
                        .toList());
    }

    /** A symptom, to be shown. */
    @Phi
    public record SymptomView(SymptomId id, SymptomDetails details, Instant createdAt, Instant updatedAt) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A prescription, to be shown. */
    @Phi
    public record PrescriptionView(
            PrescriptionId id, PrescriptionDetails details, Instant createdAt, Instant updatedAt) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
