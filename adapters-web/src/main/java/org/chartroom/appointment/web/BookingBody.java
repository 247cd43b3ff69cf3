package org.chartroom.appointment.web;

import java.time.Instant;
import java.util.UUID;
import org.chartroom.appointment.application.FrontDesk;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * A booking as a client writes one. What is not nullable is required: JSON can leave it out, the domain then says so.
 *
 * @param providerId who sees the patient; the actor when left out
 */
@Phi
record BookingBody(
        UUID patientId,
        @Nullable UUID providerId,
        Instant appointmentDate,
        AppointmentType appointmentType,
        @Nullable String reason,
        @Nullable String notes,
        @Nullable Boolean allowOverlap,
        @Nullable String overlapReason) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    FrontDesk.Book command(Actor by) {
        var wrong = new Violations();
        wrong.required("patientId", patientId);
        var details = wrong.part(() -> new AppointmentDetails(appointmentDate, appointmentType, reason, notes));
        var overbooking = OverlapBody.overbooking(wrong, allowOverlap, overlapReason);
        wrong.refuse();
        var provider = providerId == null ? by.id() : new ProviderId(providerId);
        return new FrontDesk.Book(new PatientId(patientId), provider, details, overbooking);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
