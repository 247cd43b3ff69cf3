package org.chartroom.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The version of an aggregate: when its root was last changed. The database moves it forward with every change, so two
 * states of one aggregate never share a version.
 *
 * @param at UTC, whole microseconds
 */
public record Version(Instant at) {

    public Version {
        if (!at.equals(at.truncatedTo(ChronoUnit.MICROS)))
            throw new IllegalArgumentException("finer than a microsecond: " + at);
    }
}
