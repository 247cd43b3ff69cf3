package org.chartroom.record.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Version;
import org.chartroom.provider.Actor;
import org.chartroom.record.domain.Measurements;

/**
 * How vital signs are written down, whatever the appointment's status: a nurse measures before the visit, and a patient
 * who then leaves was measured all the same. Each of these is refused with {@code not-found} when the actor sees no such
 * appointment, and with {@code forbidden} when it is another's to write up.
 */
public interface Measuring {

    /**
     * Writes down what was measured at an appointment, the first and only time.
     *
     * @throws org.chartroom.kernel.Refusal {@code stale-version} when there are some already
     */
    VitalSignsView take(Actor by, AppointmentId appointment, Measurements measurements);

    /**
     * Writes it down anew.
     *
     * @throws org.chartroom.kernel.Refusal {@code stale-version}, also when there are none
     */
    VitalSignsView correct(Actor by, AppointmentId appointment, Version seen, Measurements measurements);

    /**
     * Takes it out.
     *
     * @throws org.chartroom.kernel.Refusal {@code stale-version}; {@code not-found} also when there are none
     */
    void discard(Actor by, AppointmentId appointment, Version seen);
}
