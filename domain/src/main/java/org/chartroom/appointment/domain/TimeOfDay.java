package org.chartroom.appointment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.chartroom.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What a clock on the wall shows, to the minute; at the end of a day it shows {@code 24:00}. Prints as ISO 8601 has it,
 * {@code 08:30}.
 *
 * @param minutes since 00:00, up to 1440
 */
public record TimeOfDay(int minutes) implements Comparable<TimeOfDay> {

    private static final Pattern SHAPE = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
    private static final int DAY = 24 * 60;

    public TimeOfDay {
        if (minutes < 0 || minutes > DAY) throw new IllegalArgumentException("not within a day: " + minutes);
    }

    /**
     * Reads {@code 00:00} to {@code 24:00}.
     *
     * @throws InvalidInput {@code required}; {@code malformed} for anything else
     */
    public static TimeOfDay of(@Nullable String text) {
        if (text == null) throw InvalidInput.of("", "required", "is required");
        if (!SHAPE.matcher(text).matches())
            throw InvalidInput.of("", "malformed", "must be a time such as 08:30, from 00:00 to 24:00");
        return new TimeOfDay(Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)));
    }

    /**
     * When it is that time on a day. A time that comes twice, because clocks are put back, is the first of the two; one
     * that does not come, because they are put forward, is the moment at which they are: later times stay later.
     */
    public Instant on(LocalDate day, ZoneId zone) {
        var local = day.plusDays(minutes / DAY).atTime(LocalTime.ofSecondOfDay(minutes % DAY * 60L));
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    @Override
    public int compareTo(TimeOfDay other) {
        return Integer.compare(minutes, other.minutes);
    }

    @Override
    public String toString() {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
