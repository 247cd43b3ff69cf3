package org.chartroom.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of an in-memory store: whole microseconds, each later than the one before, as the database keeps them. */
public final class VersionClock {

    private Instant last = Instant.EPOCH;

    public synchronized Version next() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return new Version(last);
    }
}
