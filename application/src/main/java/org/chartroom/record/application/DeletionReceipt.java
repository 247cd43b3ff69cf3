package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;

/** How many rows of each kind went with a patient who was deleted. */
@Phi
public record DeletionReceipt(
        PatientId patientId,
        int patients,
        int allergies,
        int chronicConditions,
        int appointments,
        int medicalRecords,
        int symptoms,
        int prescriptions,
        int vitalSigns) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
