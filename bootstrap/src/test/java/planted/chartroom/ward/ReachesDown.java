package planted.chartroom.ward;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.domain.Bed;

@Breaks("BASE_PACKAGES_STAND_ALONE")
record ReachesDown(Bed bed) {}
