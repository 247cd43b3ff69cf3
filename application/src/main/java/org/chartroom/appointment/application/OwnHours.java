package org.chartroom.appointment.application;

import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;

/** When a provider works, as the provider says. */
public interface OwnHours {

    /** The actor's; {@link WorkingHours#NONE} before any were set, and of a version then too. */
    Versioned<WorkingHours> hours(Actor by);

    /**
     * Replaces all of the actor's. What is booked stays booked.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code stale-version} when {@code seen} is not the
     *     stored version
     */
    Versioned<WorkingHours> replace(Actor by, WorkingHours hours, Version seen);
}
