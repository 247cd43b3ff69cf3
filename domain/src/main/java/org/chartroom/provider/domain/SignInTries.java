package org.chartroom.provider.domain;

import java.time.Instant;

/**
 * How often somebody tried to sign in of late.
 *
 * @param scope what was counted
 * @param count of tries since then, the present one among them
 * @param since when the first of them was made
 */
public record SignInTries(Scope scope, int count, Instant since) {

    /** By what tries are counted; each has a bound of its own. */
    public enum Scope {
        /** One machine, at whatever account; of IPv6 the network of 64 bits, which one household has to itself. */
        ADDRESS,
        /** One e-mail address from one machine. */
        ACCOUNT_AT_ADDRESS,
        /** One e-mail address, whether or not somebody has it, from anywhere. */
        ACCOUNT
    }
}
