package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;

@Breaks("NAMES_SAY_WHAT_A_THING_IS")
final class BedHelper {}
