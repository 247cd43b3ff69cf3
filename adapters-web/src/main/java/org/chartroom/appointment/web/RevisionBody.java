package org.chartroom.appointment.web;

import java.time.Instant;
import org.chartroom.appointment.application.FrontDesk;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a client puts in the place of what had been agreed on. What is not nullable is required: JSON can leave it out, the
 * domain then says so.
 */
@Phi
record RevisionBody(
        Instant appointmentDate,
        AppointmentType appointmentType,
        @Nullable String reason,
        @Nullable String notes,
        @Nullable Boolean allowOverlap,
        @Nullable String overlapReason) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    FrontDesk.Revise command() {
        var wrong = new Violations();
        var details = wrong.part(() -> new AppointmentDetails(appointmentDate, appointmentType, reason, notes));
        var overbooking = OverlapBody.overbooking(wrong, allowOverlap, overlapReason);
        wrong.refuse();
        return new FrontDesk.Revise(details, overbooking);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
