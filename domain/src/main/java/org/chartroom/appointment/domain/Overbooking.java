package org.chartroom.appointment.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;

/**
 * That an appointment may overlap others of its provider. It holds for the time that it was given for.
 *
 * @param overlapReason why, 1 to 500 characters
 */
@Phi
public record Overbooking(String overlapReason) {

    private static final int REASON = 500;

    public Overbooking {
        var wrong = new Violations();
        wrong.text("overlapReason", overlapReason, REASON);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
