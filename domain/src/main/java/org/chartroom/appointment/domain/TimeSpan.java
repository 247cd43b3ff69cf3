package org.chartroom.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * From one instant to another.
 *
 * @param to no longer within; not before {@code from}
 */
public record TimeSpan(Instant from, Instant to) {

    public TimeSpan {
        if (to.isBefore(from)) throw new IllegalArgumentException("ends before it begins");
    }

    public static TimeSpan of(Instant from, Duration length) {
        return new TimeSpan(from, from.plus(length));
    }

    /** A day in a zone, which can have 23 hours or 25. */
    public static TimeSpan day(LocalDate day, ZoneId zone) {
        return new TimeSpan(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean overlaps(TimeSpan other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Every date of which it has a moment, in order. */
    public Stream<LocalDate> dates(ZoneId zone) {
        return first(zone).datesUntil(last(zone).plusDays(1));
    }

    /** The whole days of which it has a moment. */
    public TimeSpan wholeDays(ZoneId zone) {
        return new TimeSpan(day(first(zone), zone).from(), day(last(zone), zone).to());
    }

    private LocalDate first(ZoneId zone) {
        return from.atZone(zone).toLocalDate();
    }

    private LocalDate last(ZoneId zone) {
        return (to.equals(from) ? to : to.minusNanos(1)).atZone(zone).toLocalDate();
    }
}
