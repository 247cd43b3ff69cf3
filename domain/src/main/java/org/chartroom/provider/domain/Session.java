package org.chartroom.provider.domain;

import java.time.Duration;
import java.time.Instant;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;

/**
 * What lasts from a sign-in to its end. Immutable: each change returns the next state. It has one access token and one
 * refresh token at a time; a refresh replaces both.
 *
 * @param refreshedAt when its present tokens were given out
 * @param lastUsedAt  when it was last used, to the minute; a refresh is no use, so a client that merely stays open idles
 */
public record Session(SessionId id, ProviderId provider, Instant startedAt, Instant refreshedAt, Instant lastUsedAt) {

    /** Uses closer together than this are not worth a write. */
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    /** Clocks of several nodes may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** A new session, with its first tokens. */
    public static Session start(SessionId id, ProviderId provider, Instant now) {
        return new Session(id, provider, now, now, now);
    }

    /**
     * Whether it ended by lying idle or by its absolute limit; or was used at a time that is yet to come: then the clock was
     * put back since, by how much nobody knows, and it would outlive its limits.
     */
    public boolean isOver(SessionLimits limits, Instant now) {
        return !now.isBefore(startedAt.plus(limits.absolute()))
                || !now.isBefore(lastUsedAt.plus(limits.idle()))
                || lastUsedAt.isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** Whether its access token is taken still. */
    public boolean admits(SessionLimits limits, Instant now) {
        return now.isBefore(refreshedAt.plus(limits.access())) && !isOver(limits, now);
    }

    /** How long from now its access token will be taken, if the session is used meanwhile: never past its absolute limit. */
    public Duration accessLeft(SessionLimits limits, Instant now) {
        var access = refreshedAt.plus(limits.access());
        var absolute = startedAt.plus(limits.absolute());
        return Duration.between(now, access.isBefore(absolute) ? access : absolute);
    }

    /** Whether the use of it has to be written down. */
    public boolean isUnusedFor(Instant now) {
        return !now.isBefore(lastUsedAt.plus(USE_INTERVAL));
    }

    /** With new tokens. */
    public Session refreshed(Instant now) {
        return new Session(id, provider, startedAt, now, lastUsedAt);
    }
}
