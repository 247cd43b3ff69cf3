package org.chartroom.patient.web;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.AllergySeverity;
import org.jspecify.annotations.Nullable;

/** An allergy as a client writes one. What is not nullable is required: JSON can leave it out, the domain then says so. */
@Phi
record AllergyBody(
        String allergen, AllergySeverity severity, @Nullable String reaction) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    AllergyDetails details() {
        return new AllergyDetails(allergen, severity, reaction);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
