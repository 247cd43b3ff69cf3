package planted.chartroom.ward.persistence;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.application.AnonymousAdmission;

@Breaks("PERSISTENCE_ANSWERS_OUTBOUND_PORTS")
record CallsBack(AnonymousAdmission port) {}
