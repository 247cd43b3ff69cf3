package planted.chartroom.ward.domain;

import java.util.UUID;
import planted.chartroom.kernel.Breaks;

@Breaks("AGGREGATES_HOLD_IDS")
record HoldsARawUuid(UUID bed) {}
