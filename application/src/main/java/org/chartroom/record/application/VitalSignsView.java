package org.chartroom.record.application;

import java.time.Instant;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.domain.Measurements;

/** Vital signs, to be shown. */
@Phi
public record VitalSignsView(
        VitalSignsId id, AppointmentId appointmentId, Measurements measurements, Instant createdAt, Instant updatedAt) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
