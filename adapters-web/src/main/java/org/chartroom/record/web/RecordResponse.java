package org.chartroom.record.web;

import java.time.Instant;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.jspecify.annotations.Nullable;

/** A medical record as a client reads one. */
@Phi
record RecordResponse(
        MedicalRecordId id,
        AppointmentId appointmentId,
        String chiefComplaint,
        String subjective,
        String objective,
        String assessment,
        String plan,
        @Nullable String aiTranscript,
        @Nullable String aiSummary,
        List<SymptomResponse> symptoms,
        List<PrescriptionResponse> prescriptions,
        Instant createdAt,
        Instant updatedAt) {

    @Phi
    record SymptomResponse(
            SymptomId id,
            String name,
            @Nullable Integer severity,
            @Nullable String duration,
            @Nullable String notes,
            boolean aiGenerated,
            Instant createdAt,
            Instant updatedAt) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Phi
    record PrescriptionResponse(
            PrescriptionId id,
            String medication,
            String dosage,
            String frequency,
            String duration,
            @Nullable Integer quantity,
            int refills,
            @Nullable String instructions,
            boolean aiGenerated,
            Instant createdAt,
            Instant updatedAt) {

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
