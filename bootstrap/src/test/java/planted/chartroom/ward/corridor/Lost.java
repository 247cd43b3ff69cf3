package planted.chartroom.ward.corridor;

import planted.chartroom.kernel.Breaks;

@Breaks("EVERY_CLASS_HAS_A_LAYER")
class Lost {}
