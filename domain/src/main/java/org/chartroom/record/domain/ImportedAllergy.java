package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.AllergyId;

/** An allergy of an {@link ImportedChart}. */
@Phi
public record ImportedAllergy(AllergyId id, AllergyEntry entry) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
