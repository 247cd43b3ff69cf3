package org.chartroom.appointment.application.out;

import java.util.Optional;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

/**
 * The working hours of every provider of the clinic, which all providers see, each changing the own. They are always
 * there: {@link WorkingHours#NONE} before the first change, in a version of its own that no later one repeats.
 */
public interface HoursOfWork {

    /** Those of one provider; empty when there is no such provider, or the account is closed. */
    Optional<Versioned<WorkingHours>> find(Actor by, ProviderId provider);

    /**
     * Puts others in the place of the actor's.
     *
     * @throws AppointmentRefusal {@code stale-version} when {@code seen} is not the stored version
     */
    Version replace(Actor by, WorkingHours hours, Version seen);

    /**
     * The actor's.
     *
     * @throws IllegalStateException when the actor is no provider of the clinic, or the account is closed
     */
    default Versioned<WorkingHours> get(Actor by) {
        return find(by, by.id()).orElseThrow(() -> new IllegalStateException("acts without an account"));
    }
}
