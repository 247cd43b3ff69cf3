package org.chartroom.record.application;

import java.time.Instant;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.domain.Flag;
import org.chartroom.record.domain.Measurements;

/**
 * Vital signs, to be shown.
 *
 * @param flags what is unusual in them at the patient's age on the day of the visit
 */
@Phi
public record VitalSignsView(
        VitalSignsId id,
        AppointmentId appointmentId,
        PatientId patientId,
        Measurements measurements,
        List<Flag> flags,
        Instant createdAt,
        Instant updatedAt) {

    public Version version() {
        return new Version(updatedAt);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
