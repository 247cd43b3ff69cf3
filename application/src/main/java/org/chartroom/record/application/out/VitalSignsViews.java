package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.provider.Actor;

/** Vital signs, to be shown; each view is one read. */
public interface VitalSignsViews {

    Optional<TakenVitalSigns> find(Actor by, AppointmentId appointment);
}
