package org.chartroom.appointment.domain;

import java.util.Comparator;
import org.chartroom.kernel.Violations;

/** A stretch of working time on one day of each week. */
public record WeeklyHours(Weekday day, Stretch hours) {

    static final Comparator<WeeklyHours> BY_TIME =
            Comparator.comparing(WeeklyHours::day).thenComparing(WeeklyHours::hours, Stretch.BY_TIME);

    public WeeklyHours {
        var wrong = new Violations();
        wrong.required("day", day);
        wrong.refuse();
    }

    boolean overlaps(WeeklyHours other) {
        return day == other.day && hours != null && other.hours != null && hours.overlaps(other.hours);
    }
}
