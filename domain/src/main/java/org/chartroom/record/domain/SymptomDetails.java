package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a symptom, kept to the byte.
 *
 * @param name        at most 200 characters
 * @param severity    1 (least) to 10 (worst), as the patient rates it
 * @param duration    in the patient's words, at most 200 characters
 * @param notes       at most 20,000 characters
 * @param aiGenerated whether an AI scribe contributed it
 */
@Phi
public record SymptomDetails(
        String name,
        @Nullable Integer severity,
        @Nullable String duration,
        @Nullable String notes,
        boolean aiGenerated) {

    public SymptomDetails {
        var wrong = new Violations();
        wrong.text("name", name, Violations.SHORT_TEXT);
        wrong.range("severity", severity, 1, 10);
        wrong.optionalText("duration", duration, Violations.SHORT_TEXT);
        wrong.optionalText("notes", notes, Violations.FREE_TEXT);
        wrong.refuse();
    }

    /** The same, known to be from an AI scribe. */
    SymptomDetails fromScribe() {
        return new SymptomDetails(name, severity, duration, notes, true);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
