package org.chartroom.patient.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.AllergyEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an allergy.
 *
 * @param allergen at most 200 characters, stripped
 * @param reaction at most 20,000 characters
 */
@Phi
public record AllergyDetails(
        String allergen, AllergySeverity severity, @Nullable String reaction) {

    public AllergyDetails {
        var wrong = new Violations();
        allergen = wrong.line("allergen", allergen, Violations.SHORT_TEXT);
        wrong.required("severity", severity);
        wrong.optionalText("reaction", reaction, Violations.FREE_TEXT);
        wrong.refuse();
    }

    /**
     * Of an allergy that is taken over from elsewhere.
     *
     * @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable
     */
    public static AllergyDetails of(AllergyEntry entry) {
        var wrong = new Violations();
        var severity = wrong.constant("severity", entry.severity(), AllergySeverity.class);
        var details = wrong.part(() -> new AllergyDetails(entry.allergen(), severity, entry.reaction()));
        wrong.refuse();
        return details;
    }

    /** As it is to be kept of a patient who is taken over. */
    public AllergyEntry entry() {
        return new AllergyEntry(allergen, severity.toString(), reaction);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
