package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;

/**
 * How many rows of each kind went with a patient who was deleted.
 *
 * @param rowVersions the states that all other rows ever had, the present ones among them
 */
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
