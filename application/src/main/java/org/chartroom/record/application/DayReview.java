package org.chartroom.record.application;

import java.time.LocalDate;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** What a clinician reads in the morning. */
public interface DayReview {

    /**
     * Every appointment that the actor holds on a day of the clinic's, in whatever state, by time and id. One belongs to
     * the day on which it begins.
     *
     * @param day null for today at the clinic
     * @throws org.chartroom.kernel.InvalidInput {@code out-of-range} for {@code date} before 1900 or after 2199
     */
    ScheduleView schedule(Actor by, @Nullable LocalDate day);
}
