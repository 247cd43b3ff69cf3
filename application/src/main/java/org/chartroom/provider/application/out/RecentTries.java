package org.chartroom.provider.application.out;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartroom.provider.domain.SignInTries;

/**
 * Tries at signing in, counted for all nodes together. An e-mail address counts without regard to case and whether or
 * not somebody has it, and is not kept; of an IPv6 address the network of 64 bits counts.
 */
public interface RecentTries {

    /**
     * Counts one more try, in each scope; where the first one counted is {@code window} ago or longer, this is the first.
     *
     * @return what is counted now, one for each scope
     */
    List<SignInTries> count(String email, String address, Instant now, Duration window);

    /** Takes one try back, which was none: nobody looked at it, or it succeeded. */
    void takeBack(String email, String address);

    /** Removes what was first counted before {@code then}. */
    void removeBefore(Instant then);
}
