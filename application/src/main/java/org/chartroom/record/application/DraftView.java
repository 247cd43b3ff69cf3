package org.chartroom.record.application;

import java.time.Instant;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/**
 * A provider's unfinished note of a visit.
 *
 * @param note as the client wrote it
 */
@Phi
public record DraftView(AppointmentId appointmentId, String note, Instant createdAt, Instant updatedAt) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
