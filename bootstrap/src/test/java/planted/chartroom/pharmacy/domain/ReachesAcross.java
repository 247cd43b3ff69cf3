package planted.chartroom.pharmacy.domain;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.domain.Bed;

/** Found by Modulith too. */
@Breaks({"FEATURES_FORM_NO_CYCLE", "FEATURES_SHOW_THEIR_BASE_PACKAGE"})
record ReachesAcross(Bed bed) {}
