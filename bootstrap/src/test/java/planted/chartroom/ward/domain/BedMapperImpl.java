package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;

/** Only in {@code .web} is the name MapStruct's. */
@Breaks("NAMES_SAY_WHAT_A_THING_IS")
final class BedMapperImpl {}
