package org.chartroom.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.chartroom.kernel.Version;

/** Versions as strong entity tags: the microseconds since 1970 in base 36, which says nothing to a client. */
public final class ETags {

    public static String of(Version version) {
        return '"' + Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, version.at()), 36) + '"';
    }

    private ETags() {}
}
