package planted.chartroom.http;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("LIBRARIES_KNOW_NO_FEATURE")
record KnowsTheWard(BedId bed) {}
