package org.chartroom.appointment.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.provider.Actor;

/** Appointments, to be shown; each view is one read. */
public interface AppointmentViews {

    Optional<AppointmentView> find(Actor by, AppointmentId id);
}
