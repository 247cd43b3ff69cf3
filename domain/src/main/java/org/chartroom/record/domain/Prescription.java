package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.PrescriptionId;

/** A medication prescribed at a visit. */
@Phi
public record Prescription(PrescriptionId id, PrescriptionDetails details) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
