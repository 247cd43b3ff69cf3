package org.chartroom.appointment.application;

import java.time.Instant;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment, to be shown; its names are the ones that clients read.
 *
 * @param overlapReason why it may overlap others of its provider; null unless it may
 */
@Phi
public record AppointmentView(
        AppointmentId id,
        PatientId patientId,
        ProviderId providerId,
        Instant appointmentDate,
        AppointmentType appointmentType,
        AppointmentStatus status,
        @Nullable String reason,
        @Nullable String notes,
        @Nullable String overlapReason,
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
