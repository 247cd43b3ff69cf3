package org.chartroom.appointment.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an appointment stands. {@link #next()} is the whole workflow. */
public enum AppointmentStatus {
    SCHEDULED,
    CHECKED_IN,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED,
    NO_SHOW;

    /** Where it can go from here, in the order of the workflow; empty where it ends. */
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(CHECKED_IN, CANCELLED, NO_SHOW);
            case CHECKED_IN -> EnumSet.of(IN_PROGRESS, CANCELLED, NO_SHOW);
            case IN_PROGRESS -> EnumSet.of(COMPLETED, CANCELLED);
            case NO_SHOW -> EnumSet.of(CHECKED_IN); // came late
            case COMPLETED, CANCELLED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }

    /** Whether the visit is still to come or under way. */
    public boolean isActive() {
        return switch (this) {
            case SCHEDULED, CHECKED_IN, IN_PROGRESS -> true;
            case COMPLETED, CANCELLED, NO_SHOW -> false;
        };
    }

    /** Whether the visit is under way or over, so that there is something to be written of it. */
    public boolean hasBegun() {
        return switch (this) {
            case IN_PROGRESS, COMPLETED -> true;
            case SCHEDULED, CHECKED_IN, CANCELLED, NO_SHOW -> false;
        };
    }

    /** The value's name on the wire and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
