package org.chartroom.record.web;

import java.util.List;
import java.util.UUID;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making, as a client writes one: any part of it may be missing or blank, but nothing may be there that the
 * record could never hold.
 */
@Phi
record DraftBody(
        @Nullable String chiefComplaint,
        @Nullable String subjective,
        @Nullable String objective,
        @Nullable String assessment,
        @Nullable String plan,
        @Nullable String aiTranscript,
        @Nullable String aiSummary,
        @Nullable List<DraftSymptomBody> symptoms,
        @Nullable List<DraftPrescriptionBody> prescriptions) {

    /**
     * Itself, if it can be kept.
     *
     * @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable
     */
    DraftBody checked() {
        var wrong = new Violations();
        text(wrong, "chiefComplaint", chiefComplaint, Violations.FREE_TEXT);
        text(wrong, "subjective", subjective, Violations.FREE_TEXT);
        text(wrong, "objective", objective, Violations.FREE_TEXT);
        text(wrong, "assessment", assessment, Violations.FREE_TEXT);
        text(wrong, "plan", plan, Violations.FREE_TEXT);
        text(wrong, "aiTranscript", aiTranscript, Violations.TRANSCRIPT);
        text(wrong, "aiSummary", aiSummary, Violations.FREE_TEXT);
        wrong.parts("symptoms", symptoms, DraftSymptomBody::checked);
        wrong.parts("prescriptions", prescriptions, DraftPrescriptionBody::checked);
        wrong.refuse();
        return this;
    }

    private static void text(Violations wrong, String field, @Nullable String value, int max) {
        if (value != null) wrong.section(field, value, max);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }

    /** A symptom of which anything may be missing. */
    @Phi
    record DraftSymptomBody(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Integer severity,
            @Nullable String duration,
            @Nullable String notes,
            @Nullable Boolean aiGenerated) {

        DraftSymptomBody checked() {
            var wrong = new Violations();
            text(wrong, "name", name, Violations.SHORT_TEXT);
            wrong.range("severity", severity, 1, 10);
            text(wrong, "duration", duration, Violations.SHORT_TEXT);
            text(wrong, "notes", notes, Violations.FREE_TEXT);
            wrong.refuse();
            return this;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A prescription of which anything may be missing. */
    @Phi
    record DraftPrescriptionBody(
            @Nullable UUID id,
            @Nullable String medication,
            @Nullable String dosage,
            @Nullable String frequency,
            @Nullable String duration,
            @Nullable Integer quantity,
            @Nullable Integer refills,
            @Nullable String instructions,
            @Nullable Boolean aiGenerated) {

        DraftPrescriptionBody checked() {
            var wrong = new Violations();
            text(wrong, "medication", medication, Violations.SHORT_TEXT);
            text(wrong, "dosage", dosage, Violations.SHORT_TEXT);
            text(wrong, "frequency", frequency, Violations.SHORT_TEXT);
            text(wrong, "duration", duration, Violations.SHORT_TEXT);
            wrong.range("quantity", quantity, 1, Integer.MAX_VALUE);
            wrong.range("refills", refills, 0, 99);
            text(wrong, "instructions", instructions, Violations.FREE_TEXT);
            wrong.refuse();
            return this;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
