package planted.chartroom.cellar;

import planted.chartroom.kernel.Breaks;

/** Of a feature that no map knows. */
@Breaks("FEATURES_FOLLOW_THE_LINE")
record Unmapped() {}
