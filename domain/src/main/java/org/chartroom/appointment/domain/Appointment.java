package org.chartroom.appointment.domain;

import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * One patient's appointment with one provider. Immutable: each change returns the next state.
 *
 * @param provider    who sees the patient; need not be the patient's own provider
 * @param overbooking null unless it may overlap others of its provider
 */
@Phi
public record Appointment(
        AppointmentId id,
        PatientId patient,
        ProviderId provider,
        AppointmentDetails details,
        AppointmentStatus status,
        @Nullable Overbooking overbooking) {

    /** A new appointment, scheduled. */
    public static Appointment book(
            AppointmentId id,
            PatientId patient,
            ProviderId provider,
            AppointmentDetails details,
            @Nullable Overbooking overbooking) {
        return new Appointment(id, patient, provider, details, AppointmentStatus.SCHEDULED, overbooking);
    }

    /**
     * One that is taken over from elsewhere, in whatever status.
     *
     * @param actor   with whom it is when it says nothing of that
     * @param written whether there is a record of it, so that it has to be under way or over
     * @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable
     */
    public static AppointmentEntry checked(AppointmentEntry entry, ProviderId actor, boolean written) {
        var wrong = new Violations();
        var type = wrong.constant("appointmentType", entry.appointmentType(), AppointmentType.class);
        var details =
                wrong.part(() -> new AppointmentDetails(entry.appointmentDate(), type, entry.reason(), entry.notes()));
        var status = wrong.constant("status", entry.status(), AppointmentStatus.class);
        var isOne = wrong.required("status", status) && status.toString().equals(entry.status());
        if (isOne && written && !status.hasBegun())
            wrong.add("status", "wrong", "must be in_progress or completed where there is a record");
        var allowed = Boolean.TRUE.equals(entry.allowOverlap());
        var reason = entry.overlapReason();
        if (allowed && reason == null) wrong.required("overlapReason", reason);
        if (allowed && reason != null) wrong.part(() -> new Overbooking(reason));
        if (!allowed && reason != null) wrong.add("allowOverlap", "incomplete", "must be true beside overlapReason");
        wrong.refuse();
        return new AppointmentEntry(
                entry.providerId() == null ? actor : entry.providerId(),
                details.at(),
                type.toString(),
                status.toString(),
                details.reason(),
                details.notes(),
                allowed,
                reason);
    }

    /**
     * With what the front desk wrote in the place of what had been agreed on. An overbooking holds for its time: when time
     * or type change it goes, unless there is another.
     *
     * @param overbooking null to keep to what holds of the stored one
     * @throws AppointmentRefusal {@code illegal-transition} when time or type, and so how long it takes, change and it is
     *     no longer scheduled
     */
    public Appointment revised(AppointmentDetails next, @Nullable Overbooking overbooking) {
        var moved = !next.at().equals(details.at()) || next.type() != details.type();
        if (moved && status != AppointmentStatus.SCHEDULED) throw AppointmentRefusal.notToBeMoved(id, status);
        var kept = moved ? null : this.overbooking;
        return new Appointment(id, patient, provider, next, status, overbooking == null ? kept : overbooking);
    }

    /**
     * One step of the workflow.
     *
     * @throws AppointmentRefusal {@code illegal-transition} when the workflow does not lead there
     */
    public Appointment to(AppointmentStatus next) {
        if (!status.next().contains(next)) throw AppointmentRefusal.illegalTransition(id, status, next);
        return with(next);
    }

    /**
     * Completed by a visit that is written up, at once or afterwards: what remains of the workflow is taken in one step.
     *
     * @throws AppointmentRefusal {@code illegal-transition} when the appointment is no longer active
     */
    public Appointment writtenUp() {
        if (!status.isActive()) throw AppointmentRefusal.illegalTransition(id, status, AppointmentStatus.COMPLETED);
        return with(AppointmentStatus.COMPLETED);
    }

    private Appointment with(AppointmentStatus next) {
        return new Appointment(id, patient, provider, details, next, overbooking);
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
