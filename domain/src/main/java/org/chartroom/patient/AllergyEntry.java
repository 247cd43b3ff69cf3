package org.chartroom.patient;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * An allergy as another feature takes one over; see {@link PatientEntry}.
 *
 * @param severity mild, moderate, severe or life_threatening
 */
@Phi
public record AllergyEntry(
        String allergen, String severity, @Nullable String reaction) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
