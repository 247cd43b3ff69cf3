package planted.chartroom.ward.domain;

import java.time.Instant;
import java.util.function.Supplier;
import planted.chartroom.kernel.Breaks;

@Breaks("NO_WALL_CLOCK")
final class ReadsTheClock {

    final Supplier<Instant> byReference = Instant::now;
}
