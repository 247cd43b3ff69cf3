package org.chartroom.provider.domain;

import java.time.Duration;

/**
 * How long a sign-in lasts. By default 15 minutes, 30 minutes and 12 hours: the idle and absolute limits of NIST SP
 * 800-63B-4 for its second assurance level are one hour and 24 hours at most.
 *
 * @param access   how long an access token is taken, before it has to be refreshed
 * @param idle     how long a session may lie unused; {@code access} at least
 * @param absolute how long a session may last, however much it is used; {@code idle} at least
 */
public record SessionLimits(Duration access, Duration idle, Duration absolute) {

    public SessionLimits {
        if (!access.isPositive() || idle.compareTo(access) < 0 || absolute.compareTo(idle) < 0)
            throw new IllegalArgumentException(
                    "a session's limits must be above zero and ascend: access %s, idle %s, absolute %s"
                            .formatted(access, idle, absolute));
    }
}
