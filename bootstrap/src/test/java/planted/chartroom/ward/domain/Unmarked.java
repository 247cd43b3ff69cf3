package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;

@Breaks("PATIENT_DATA_IS_PHI")
record Unmarked(String family) {}
