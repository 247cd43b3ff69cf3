package planted.chartroom.ward.domain;

import java.time.Clock;
import java.time.Instant;
import planted.chartroom.kernel.Breaks;

@Breaks("ONLY_SERVICES_HOLD_A_CLOCK")
final class HoldsAClock {

    Instant now(Clock clock) {
        return clock.instant();
    }
}
