package org.chartroom.http;

import static java.time.Instant.EPOCH;
import static java.time.temporal.ChronoUnit.MICROS;

import java.util.regex.Pattern;
import org.chartroom.kernel.Version;
import org.jspecify.annotations.Nullable;

/** Versions as strong entity tags: the microseconds since 1970 in base 36, which says nothing to a client. */
public final class ETags {

    /** No longer than what was ever given out, so that it fits a long. */
    private static final Pattern OURS = Pattern.compile("\"([0-9a-z]{1,11})\"");

    public static String of(Version version) {
        return '"' + Long.toString(MICROS.between(EPOCH, version.at()), 36) + '"';
    }

    /**
     * The version that a client has seen, from {@code If-Match}. A tag that none of ours could be stands for no version
     * that is stored, so what is checked against it is stale.
     *
     * @throws VersionRequired when there is not one tag, or it says that any version will do
     */
    public static Version seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*") || ifMatch.contains(","))
            throw new VersionRequired();
        var tag = OURS.matcher(ifMatch.strip());
        return new Version(tag.matches() ? EPOCH.plus(Long.parseLong(tag.group(1), 36), MICROS) : EPOCH);
    }

    /**
     * Whether a client says, with {@code If-None-Match: *}, that what it puts is not there yet; if not, {@link #seen}
     * tells which version it replaces.
     *
     * @throws MalformedRequest when it says that of single versions, or names with {@code If-Match} one that it replaces
     * @throws VersionRequired when it says neither
     */
    public static boolean first(@Nullable String ifNoneMatch, @Nullable String ifMatch) {
        if (ifNoneMatch == null) {
            if (ifMatch == null) throw new VersionRequired();
            return false;
        }
        if (!ifNoneMatch.strip().equals("*")) throw new MalformedRequest("If-None-Match", "must be * here");
        if (ifMatch != null) throw new MalformedRequest("If-None-Match", "must not stand beside If-Match");
        return true;
    }

    /** A change was not said to be made from any one version: code {@code version-required}. */
    static final class VersionRequired extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private ETags() {}
}
