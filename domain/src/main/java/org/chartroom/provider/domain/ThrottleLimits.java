package org.chartroom.provider.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody may try to sign in. The bound for one account, from anywhere, stays below the 100 tries of NIST SP
 * 800-63B-4, 3.2.2; the one for an address is meant for a clinic behind one.
 *
 * @param window            from the first try, at the end of which the counting begins anew; 15 minutes at most
 * @param account           most tries in it at one account
 * @param address           most tries in it from one address
 * @param accountAtAddress  most tries in it at one account from one address
 */
public record ThrottleLimits(Duration window, int account, int address, int accountAtAddress) {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    public ThrottleLimits {
        if (!window.isPositive() || window.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("the window must be above zero and 15 minutes at most: " + window);
        if (account < 1 || address < 1 || accountAtAddress < 1)
            throw new IllegalArgumentException("somebody must be let try once");
    }

    /** Until when no further try is made, if there have been too many. */
    public Optional<Instant> closedUntil(SignInTries tries) {
        return tries.count() > bound(tries.scope()) ? Optional.of(tries.since().plus(window)) : Optional.empty();
    }

    /** Whether it is the present try that was the first one too many. */
    public boolean hasJustClosed(SignInTries tries) {
        return tries.count() == bound(tries.scope()) + 1;
    }

    private int bound(SignInTries.Scope scope) {
        return switch (scope) {
            case ACCOUNT -> account;
            case ADDRESS -> address;
            case ACCOUNT_AT_ADDRESS -> accountAtAddress;
        };
    }
}
