package org.chartroom.appointment.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.provider.Actor;

/** Where appointments are looked up. */
public interface AppointmentBook {

    /**
     * One appointment of a patient on whose care team the actor is.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found}
     */
    AppointmentView appointment(Actor by, AppointmentId id);
}
