package org.chartroom.record.domain;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.VitalSignsId;

/**
 * The vital signs taken at one visit.
 *
 * @param appointment the visit; it has at most one set
 */
@Phi
public record VitalSigns(VitalSignsId id, AppointmentId appointment, Measurements measurements) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
