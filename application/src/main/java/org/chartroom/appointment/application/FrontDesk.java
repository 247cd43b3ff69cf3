package org.chartroom.appointment.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

/** What reception does with the appointment book. */
public interface FrontDesk {

    /**
     * Books a patient of the actor's, with the actor or with a colleague.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found} when the actor sees no such patient;
     *     {@code forbidden} when it is a colleague's
     * @throws org.chartroom.kernel.InvalidInput {@code unknown} when there is no such provider
     */
    AppointmentView book(Actor by, Book command);

    /**
     * Takes an appointment one step along the workflow. What others do to it at the same moment comes before or after,
     * never between, so no version is asked for.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found}; {@code forbidden} when neither the
     *     appointment nor the patient is the actor's; {@code illegal-transition} when the workflow does not lead there
     */
    AppointmentView changeStatus(Actor by, AppointmentId id, AppointmentStatus to);

    @Phi
    record Book(PatientId patient, ProviderId provider, AppointmentDetails details) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
