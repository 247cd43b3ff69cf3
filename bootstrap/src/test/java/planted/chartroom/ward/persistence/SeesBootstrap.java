package planted.chartroom.ward.persistence;

import planted.chartroom.bootstrap.Wiring;
import planted.chartroom.kernel.Breaks;

@Breaks("NOBODY_SEES_BOOTSTRAP")
record SeesBootstrap(Wiring wiring) {}
