package org.chartroom.patient.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.ChronicConditionId;

/** A condition that a patient lives with. */
@Phi
public record ChronicCondition(ChronicConditionId id, ChronicConditionDetails details) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
