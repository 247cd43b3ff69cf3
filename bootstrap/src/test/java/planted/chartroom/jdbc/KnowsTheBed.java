package planted.chartroom.jdbc;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.domain.Bed;

@Breaks("LIBRARIES_KNOW_NO_FEATURE")
record KnowsTheBed(Bed bed) {}
