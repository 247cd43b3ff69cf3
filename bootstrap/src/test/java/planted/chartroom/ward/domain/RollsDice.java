package planted.chartroom.ward.domain;

import java.util.UUID;
import java.util.function.Supplier;
import planted.chartroom.kernel.Breaks;

@Breaks("NO_RANDOMNESS")
final class RollsDice {

    final Supplier<UUID> byReference = UUID::randomUUID;
}
