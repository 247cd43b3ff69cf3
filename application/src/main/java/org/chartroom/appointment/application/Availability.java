package org.chartroom.appointment.application;

import java.time.Instant;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/** When somebody can be booked. */
public interface Availability {

    /**
     * The times, from now on, at which a provider works and is free for a whole appointment, in order. Others can be
     * booked as well.
     *
     * @param limit most items of the page, 1 to 100
     * @param after the beginning of the time behind which the page begins; null for the first page
     * @throws org.chartroom.kernel.InvalidInput {@code out-of-range} for {@code from} or {@code to}; {@code unknown} for
     *     {@code providerId} when there is no such provider, or the account is closed
     */
    Page<TimeSpan, Instant> freeTimes(Actor by, Wanted wanted, int limit, @Nullable Instant after);

    /**
     * What is looked for.
     *
     * @param provider the actor or a colleague
     * @param type     of which the length follows
     * @param from     the earliest beginning; 1900 up to 2200
     * @param to       before which it begins; after {@code from}, by 31 days of the clinic's at most
     */
    record Wanted(ProviderId provider, AppointmentType type, Instant from, Instant to) {}
}
