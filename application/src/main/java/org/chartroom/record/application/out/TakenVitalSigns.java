package org.chartroom.record.application.out;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.VitalSignsView;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.ReferenceRanges;

/**
 * Vital signs as they are stored, and what it takes to judge them.
 *
 * @param bornOn  the patient's date of birth
 * @param visitAt when the appointment begins
 */
@Phi
public record TakenVitalSigns(
        VitalSignsId id,
        AppointmentId appointment,
        PatientId patient,
        LocalDate bornOn,
        Instant visitAt,
        Measurements measurements,
        Instant createdAt,
        Instant updatedAt) {

    public Version version() {
        return new Version(updatedAt);
    }

    /** With what is unusual in them at the patient's age on the day of the visit, as that day is counted in a zone. */
    public VitalSignsView judged(ZoneId zone) {
        var on = visitAt.atZone(zone).toLocalDate();
        return new VitalSignsView(
                id,
                appointment,
                patient,
                measurements,
                ReferenceRanges.flags(measurements, bornOn, on),
                createdAt,
                updatedAt);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
