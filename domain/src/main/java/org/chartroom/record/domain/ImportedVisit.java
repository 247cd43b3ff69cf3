package org.chartroom.record.domain;

import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of an {@link ImportedChart}, with what was measured and written at it.
 *
 * @param vitalSigns null when nothing was measured
 * @param record     null when nothing was written
 */
@Phi
public record ImportedVisit(
        AppointmentId id,
        AppointmentEntry appointment,
        @Nullable VitalSigns vitalSigns,
        @Nullable MedicalRecord record) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
