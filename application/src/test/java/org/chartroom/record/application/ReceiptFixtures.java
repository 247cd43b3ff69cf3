package org.chartroom.record.application;

import java.util.Map;
import org.chartroom.Records;
import org.chartroom.patient.PatientId;

/** Receipts told by what is on them, so that a test need not know every kind of row that there is. */
public final class ReceiptFixtures {

    /** With so many of the kinds that are named, and none of the others. */
    public static DeletionReceipt receipt(PatientId patient, Map<String, Integer> counts) {
        Record receipt = new DeletionReceipt(
                patient, 0, // patients
                0, // allergies
                0, // chronicConditions
                0, // appointments
                0, // medicalRecords
                0, // symptoms
                0, // prescriptions
                0, // vitalSigns
                0, // signatures
                0, // addenda
                0, // proposals
                0); // rowVersions
        for (var count : counts.entrySet()) receipt = Records.with(receipt, count.getKey(), count.getValue());
        return (DeletionReceipt) receipt;
    }

    private ReceiptFixtures() {}
}
