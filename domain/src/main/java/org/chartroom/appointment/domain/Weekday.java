package org.chartroom.appointment.domain;

import java.time.DayOfWeek;
import java.util.Locale;

/** A day of the week, in the order of ISO 8601. */
public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    public static Weekday of(DayOfWeek day) {
        return valueOf(day.name());
    }

    /** The day by its number in ISO 8601. */
    public static Weekday of(int number) {
        return of(DayOfWeek.of(number));
    }

    /** As ISO 8601 counts: 1 is Monday, 7 is Sunday. */
    public int number() {
        return DayOfWeek.valueOf(name()).getValue();
    }

    /** The value's name on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
