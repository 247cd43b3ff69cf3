package org.chartroom.appointment;

import org.chartroom.provider.Actor;

/** What other features may ask of an appointment. */
public interface AppointmentDirectory {

    /**
     * Completes an active appointment because its visit has been written up, inside the caller's transaction; nobody
     * else can change the appointment until that ends.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees none; {@code forbidden} when it is
     *     not the actor's to change; {@code illegal-transition} when it is no longer active
     */
    void complete(Actor by, AppointmentId id);
}
