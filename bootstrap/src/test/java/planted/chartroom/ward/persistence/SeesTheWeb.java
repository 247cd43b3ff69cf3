package planted.chartroom.ward.persistence;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.web.BedBody;

@Breaks("PERSISTENCE_ANSWERS_OUTBOUND_PORTS")
record SeesTheWeb(BedBody body) {}
