package org.chartroom.record.web;

import java.time.Instant;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/**
 * The unfinished note of whoever asks.
 *
 * @param note as it was last saved
 */
@Phi
record DraftResponse(AppointmentId appointmentId, DraftBody note, Instant createdAt, Instant updatedAt) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
