package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What is prescribed, kept to the byte; medication, dosage, frequency and duration at most 200 characters each.
 *
 * @param quantity     units to dispense, at least 1
 * @param refills      0 to 99
 * @param instructions for the patient, at most 20,000 characters
 * @param aiGenerated  whether an AI scribe contributed it
 */
@Phi
public record PrescriptionDetails(
        String medication,
        String dosage,
        String frequency,
        String duration,
        @Nullable Integer quantity,
        int refills,
        @Nullable String instructions,
        boolean aiGenerated) {

    public PrescriptionDetails {
        var wrong = new Violations();
        wrong.text("medication", medication, Violations.SHORT_TEXT);
        wrong.text("dosage", dosage, Violations.SHORT_TEXT);
        wrong.text("frequency", frequency, Violations.SHORT_TEXT);
        wrong.text("duration", duration, Violations.SHORT_TEXT);
        wrong.range("quantity", quantity, 1, Integer.MAX_VALUE);
        wrong.range("refills", refills, 0, 99);
        wrong.optionalText("instructions", instructions, Violations.FREE_TEXT);
        wrong.refuse();
    }

    /** The same, known to be from an AI scribe. */
    PrescriptionDetails fromScribe() {
        return new PrescriptionDetails(medication, dosage, frequency, duration, quantity, refills, instructions, true);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
