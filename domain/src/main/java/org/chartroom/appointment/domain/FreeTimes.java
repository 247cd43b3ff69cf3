package org.chartroom.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times at which a provider can be booked for an appointment of one length: in each stretch of working time one after
 * the other from its beginning, and after what is taken again from its end, rounded up to whole five minutes. Each lies
 * within one stretch. Which they are does not depend on how much of a day is asked for.
 */
public final class FreeTimes {

    private static final long ROUND = Duration.ofMinutes(5).toSeconds();

    private final WorkingHours hours;
    private final List<TimeSpan> taken;
    private final Duration length;
    private final ZoneId zone;

    /**
     * Of one provider.
     *
     * @param taken in any order, and overlapping or not; of all days that will be asked for, from their beginnings
     */
    public FreeTimes(WorkingHours hours, List<TimeSpan> taken, Duration length, ZoneId zone) {
        if (!length.isPositive()) throw new IllegalArgumentException("no length: " + length);
        this.hours = hours;
        this.taken = List.copyOf(taken);
        this.length = length;
        this.zone = zone;
    }

    /** Those that begin within a time, in order; worked out day by day as they are taken from the stream. */
    public Stream<TimeSpan> beginningIn(TimeSpan asked) {
        return asked.dates(zone)
                .flatMap(date -> hours.on(date, zone).stream())
                .flatMap(stretch -> within(stretch).stream())
                .filter(time -> asked.contains(time.from()));
    }

    private List<TimeSpan> within(TimeSpan stretch) {
        var free = new ArrayList<TimeSpan>();
        var time = TimeSpan.of(stretch.from(), length);
        while (!time.to().isAfter(stretch.to())) {
            var until = takenUntil(time);
            if (until == null) free.add(time);
            time = TimeSpan.of(until == null ? time.to() : roundedUp(until), length);
        }
        return free;
    }

    /** When the last of what overlaps it ends; null when nothing does. */
    private @Nullable Instant takenUntil(TimeSpan time) {
        return taken.stream()
                .filter(time::overlaps)
                .map(TimeSpan::to)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant roundedUp(Instant instant) {
        var second = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.ceilDiv(second, ROUND) * ROUND);
    }
}
