package org.chartroom.bootstrap;

import java.time.Duration;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.ThrottleLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts and how often somebody may try, see {@link SessionLimits} and {@link ThrottleLimits}.
 *
 * @param accessTokenLifetime how long an access token is taken
 * @param idleLimit           how long a session may lie unused
 * @param absoluteLimit       how long a session may last
 * @param throttle            how often somebody may try
 */
@ConfigurationProperties("chartroom.sign-in")
record SignInSettings(
        @DefaultValue("15m") Duration accessTokenLifetime,
        @DefaultValue("30m") Duration idleLimit,
        @DefaultValue("12h") Duration absoluteLimit,
        @DefaultValue Throttle throttle) {

    /**
     * Most tries in a window.
     *
     * @param window               in which tries count, from the first one; 15 minutes at most
     * @param perAccount           most tries at one account, from anywhere
     * @param perAddress           most tries from one address, at any account
     * @param perAccountAndAddress most tries at one account from one address
     */
    record Throttle(
            @DefaultValue("15m") Duration window,
            @DefaultValue("50") int perAccount,
            @DefaultValue("100") int perAddress,
            @DefaultValue("10") int perAccountAndAddress) {}

    SessionLimits sessionLimits() {
        return new SessionLimits(accessTokenLifetime, idleLimit, absoluteLimit);
    }

    ThrottleLimits throttleLimits() {
        return new ThrottleLimits(
                throttle.window(), throttle.perAccount(), throttle.perAddress(), throttle.perAccountAndAddress());
    }
}
