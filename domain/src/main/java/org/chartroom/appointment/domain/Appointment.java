package org.chartroom.appointment.domain;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.ProviderId;

/**
 * One patient's appointment with one provider. Immutable: each change returns the next state.
 *
 * @param provider who sees the patient; need not be the patient's own provider
 */
@Phi
public record Appointment(
        AppointmentId id,
        PatientId patient,
        ProviderId provider,
        AppointmentDetails details,
        AppointmentStatus status) {

    /** A new appointment, scheduled. */
    public static Appointment book(
            AppointmentId id, PatientId patient, ProviderId provider, AppointmentDetails details) {
        return new Appointment(id, patient, provider, details, AppointmentStatus.SCHEDULED);
    }

    /**
     * One step of the workflow.
     *
     * @throws AppointmentRefusal {@code illegal-transition} when the workflow does not lead there
     */
    public Appointment to(AppointmentStatus next) {
        if (!status.next().contains(next)) throw AppointmentRefusal.illegalTransition(id, status, next);
        return new Appointment(id, patient, provider, details, next);
    }

    /**
     * Completed by a visit that is written up, at once or afterwards: what remains of the workflow is taken in one step.
     *
     * @throws AppointmentRefusal {@code illegal-transition} when the appointment is no longer active
     */
    public Appointment writtenUp() {
        if (!status.isActive()) throw AppointmentRefusal.illegalTransition(id, status, AppointmentStatus.COMPLETED);
        return new Appointment(id, patient, provider, details, AppointmentStatus.COMPLETED);
    }

    /**
     * Ends here unless something can be written of the visit.
     *
     * @throws AppointmentRefusal {@code illegal-transition} when it has not begun, or did not take place
     */
    public void requireBegun() {
        if (!status.hasBegun()) throw AppointmentRefusal.notBegun(id, status);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
