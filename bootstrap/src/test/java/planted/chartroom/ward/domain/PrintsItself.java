package planted.chartroom.ward.domain;

import org.chartroom.kernel.Phi;
import planted.chartroom.kernel.Breaks;

@Breaks("PHI_PRINTS_REDACTED")
@Phi
record PrintsItself(String family) {}
