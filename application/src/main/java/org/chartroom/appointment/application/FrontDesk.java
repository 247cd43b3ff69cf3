package org.chartroom.appointment.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.Overbooking;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/** What reception does with the appointment book. */
public interface FrontDesk {

    /**
     * Books a patient of the actor's, with the actor or with a colleague.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found} when the actor sees no such patient;
     *     {@code forbidden} when it is a colleague's; {@code double-booked} when the provider has an active appointment in
     *     that time and this one may not overlap others
     * @throws org.chartroom.kernel.InvalidInput {@code unknown} when there is no such provider
     */
    AppointmentView book(Actor by, Book command);

    /**
     * Puts what was agreed on anew in the place of what had been; who comes to whom stays.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found}; {@code forbidden} when neither the
     *     appointment nor the patient is the actor's; {@code stale-version} when {@code seen} is not the stored version;
     *     {@code illegal-transition} when it is to have another time or type and is no longer scheduled;
     *     {@code double-booked} when it may not overlap others and would in its new time
     */
    AppointmentView revise(Actor by, AppointmentId id, Version seen, Revise command);

    /**
     * Takes an appointment one step along the workflow. What others do to it at the same moment comes before or after,
     * never between, so no version is asked for.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found}; {@code forbidden} when neither the
     *     appointment nor the patient is the actor's; {@code illegal-transition} when the workflow does not lead there;
     *     {@code double-booked} when the patient came late and the time has been given to another
     */
    AppointmentView changeStatus(Actor by, AppointmentId id, AppointmentStatus to);

    @Phi
    record Book(
            PatientId patient,
            ProviderId provider,
            AppointmentDetails details,
            @Nullable Overbooking overbooking) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /**
     * What the front desk may change of an appointment.
     *
     * @param overbooking null when it may not overlap others in a new time; in the time that it has, what held of it holds
     */
    @Phi
    record Revise(AppointmentDetails details, @Nullable Overbooking overbooking) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
