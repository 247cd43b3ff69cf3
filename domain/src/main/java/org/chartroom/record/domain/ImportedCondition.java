package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.ChronicConditionId;

/** A chronic condition of an {@link ImportedChart}. */
@Phi
public record ImportedCondition(ChronicConditionId id, ChronicConditionEntry entry) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
