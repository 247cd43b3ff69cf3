package org.chartroom.appointment.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.chartroom.kernel.Violations;

/**
 * When a provider works, in the clinic's local time: the same each week, but for some dates. It says when somebody can be
 * booked without asking, and forbids nothing.
 *
 * @param weekly     by day and time; those of a day do not overlap, but may touch
 * @param exceptions by date, which is of one exception only
 */
public record WorkingHours(List<WeeklyHours> weekly, List<HoursException> exceptions) {

    /** Those of a provider who has said nothing: none. */
    public static final WorkingHours NONE = new WorkingHours(List.of(), List.of());

    public WorkingHours {
        var wrong = new Violations();
        for (var i = 1; i < weekly.size(); i++)
            if (overlapsOneBefore(weekly, i))
                wrong.add("weekly[" + i + "].from", "overlapping", "must not lie within another stretch of the day");
        var dates = new HashSet<LocalDate>();
        for (var i = 0; i < exceptions.size(); i++)
            if (exceptions.get(i) != null && !dates.add(exceptions.get(i).date()))
                wrong.add("exceptions[" + i + "].date", "repeated", "must be the only exception of that date");
        wrong.refuse();
        // one that is missing was refused, and told elsewhere
        weekly = weekly.stream()
                .filter(Objects::nonNull)
                .sorted(WeeklyHours.BY_TIME)
                .toList();
        exceptions = exceptions.stream()
                .filter(Objects::nonNull)
                .sorted(HoursException.BY_DATE)
                .toList();
    }

    /** The stretches of one date, by time. */
    public List<Stretch> on(LocalDate date) {
        return exceptions.stream()
                .filter(exception -> exception.date().equals(date))
                .findAny()
                .map(HoursException::hours)
                .orElseGet(() -> weekly.stream()
                        .filter(each -> each.day() == Weekday.of(date.getDayOfWeek()))
                        .map(WeeklyHours::hours)
                        .toList());
    }

    /** {@link #on(LocalDate)} as they pass in a zone, in which a stretch can be longer or shorter, or not come at all. */
    public List<TimeSpan> on(LocalDate date, ZoneId zone) {
        return on(date).stream()
                .map(stretch ->
                        new TimeSpan(stretch.from().on(date, zone), stretch.to().on(date, zone)))
                .filter(span -> span.from().isBefore(span.to()))
                .toList();
    }

    private static boolean overlapsOneBefore(List<WeeklyHours> weekly, int i) {
        var stretch = weekly.get(i);
        return stretch != null
                && weekly.subList(0, i).stream().anyMatch(before -> before != null && before.overlaps(stretch));
    }
}
