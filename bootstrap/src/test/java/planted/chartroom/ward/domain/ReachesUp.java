package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.application.out.AnonymousBeds;

@Breaks("DOMAIN_IS_PURE")
record ReachesUp(AnonymousBeds beds) {}
