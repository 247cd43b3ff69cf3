package org.chartroom.appointment;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as another feature takes one over from elsewhere, named as clients name it. Anything may stand here until
 * {@link AppointmentDirectory} has checked it.
 *
 * @param providerId      who sees the patient; the actor when left out
 * @param appointmentType new_patient, follow_up, routine_checkup, sick_visit or telehealth
 * @param status          scheduled, checked_in, in_progress, completed, cancelled or no_show
 * @param allowOverlap    whether it may overlap others of its provider; then {@code overlapReason} says why
 */
@Phi
public record AppointmentEntry(
        @Nullable ProviderId providerId,
        Instant appointmentDate,
        String appointmentType,
        String status,
        @Nullable String reason,
        @Nullable String notes,
        @Nullable Boolean allowOverlap,
        @Nullable String overlapReason) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
