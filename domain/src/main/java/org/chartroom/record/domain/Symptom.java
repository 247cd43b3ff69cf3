package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.SymptomId;

/** A symptom that a patient reported or a clinician found. */
@Phi
public record Symptom(SymptomId id, SymptomDetails details) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
