package org.chartroom.patient.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
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

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
