package org.chartroom.record.application.out;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.provider.Actor;

/** What there is of each visit; each actor is told of those of patients on whose care team he is. */
public interface WrittenVisits {

    /** Nothing for an appointment that the actor does not see. */
    Written of(Actor by, AppointmentId appointment);

    /** Which of the two are there. */
    record Written(boolean record, boolean vitalSigns) {

        public boolean isNothing() {
            return !record && !vitalSigns;
        }
    }
}
