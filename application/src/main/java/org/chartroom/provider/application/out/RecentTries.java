package org.chartroom.provider.application.out;

import java.time.Duration;
import java.time.Instant;
import org.chartroom.provider.domain.SignInTries;
import org.chartroom.provider.domain.SignInTry;

/**
 * Tries at signing in, counted for all nodes together. An e-mail address counts without regard to case and whether or
 * not somebody has it, and is not kept; of an IPv6 address the network of 64 bits counts.
 */
public interface RecentTries {

    /**
     * Counts one more try in one of its scopes; where the first one counted is {@code window} ago or longer, this is the
     * first.
     *
     * @return what is counted now
     */
    SignInTries count(SignInTry attempt, SignInTries.Scope scope, Instant now, Duration window);

    /** Takes one try back in all of its scopes, which was none: nobody looked at it, or it succeeded. */
    void takeBack(SignInTry attempt);

    /** Removes what was first counted before {@code then}. */
    void removeBefore(Instant then);
}
