package org.chartroom.appointment.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.chartroom.kernel.Violations;

/**
 * A date on which the weekly hours do not hold.
 *
 * @param date  1900 up to 2200
 * @param hours what holds instead, by time, without overlaps, at most 24; none on a day off
 */
public record HoursException(LocalDate date, List<Stretch> hours) {

    static final Comparator<HoursException> BY_DATE = Comparator.comparing(HoursException::date);

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int MOST = 24;

    public HoursException {
        var wrong = new Violations();
        if (wrong.required("date", date) && (date.isBefore(EARLIEST) || date.isAfter(LATEST)))
            wrong.add("date", "out-of-range", "must be between " + EARLIEST + " and " + LATEST);
        if (hours.size() > MOST) wrong.add("hours", "too-many", "at most " + MOST + " stretches");
        for (var i : Stretch.overlapping(hours))
            wrong.add("hours[" + i + "].from", "overlapping", "must not lie within another stretch of the day");
        wrong.refuse();
        hours = hours.stream()
                .filter(Objects::nonNull) // refused, and told elsewhere
                .sorted(Stretch.BY_TIME)
                .toList();
    }
}
