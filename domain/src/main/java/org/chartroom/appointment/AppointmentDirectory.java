package org.chartroom.appointment;

import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;

/** What other features may ask of an appointment. */
public interface AppointmentDirectory {

    /**
     * Completes an active appointment because its visit has been written up, inside the caller's transaction; nobody
     * else can change the appointment until that ends.
     *
     * @return whose visit it was
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees none; {@code forbidden} when it is
     *     not the actor's to change; {@code illegal-transition} when it is no longer active
     */
    PatientId complete(Actor by, AppointmentId id);
}
