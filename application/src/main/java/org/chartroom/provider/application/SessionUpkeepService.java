package org.chartroom.provider.application;

import java.time.Clock;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.ThrottleLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SessionUpkeepService implements SessionUpkeep {

    private final Sessions sessions;
    private final RecentTries tries;
    private final SessionLimits limits;
    private final ThrottleLimits throttle;
    private final Clock clock;

    SessionUpkeepService(
            Sessions sessions, RecentTries tries, SessionLimits limits, ThrottleLimits throttle, Clock clock) {
        this.sessions = sessions;
        this.tries = tries;
        this.limits = limits;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public void removeEnded() {
        var now = clock.instant();
        sessions.removeOver(limits, now);
        tries.removeBefore(now.minus(throttle.window()));
    }
}
