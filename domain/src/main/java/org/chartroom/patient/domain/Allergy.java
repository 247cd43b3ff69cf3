package org.chartroom.patient.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.AllergyId;

/** An allergy or intolerance of a patient. */
@Phi
public record Allergy(AllergyId id, AllergyDetails details) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
