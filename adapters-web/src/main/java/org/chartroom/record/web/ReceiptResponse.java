package org.chartroom.record.web;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;

/** The receipt of a deletion, as a client reads it. */
@Phi
record ReceiptResponse(PatientId patientId, Deleted deleted) {

    /** How many of each kind there were, and are no longer. */
    @Phi
    record Deleted(
            int patients,
            int allergies,
            int chronicConditions,
            int appointments,
            int medicalRecords,
            int symptoms,
            int prescriptions,
            int vitalSigns,
            int signatures,
            int addenda,
            int proposals,
            int rowVersions) {

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
