package planted.chartroom.jdbc;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.domain.Bed;

@Breaks({"LIBRARIES_KNOW_NO_FEATURE", "FEATURES_SHOW_THEIR_BASE_PACKAGE"})
record KnowsTheBed(Bed bed) {}
