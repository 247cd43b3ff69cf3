package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;

@Breaks("DOMAINS_ARE_MADE_OF_VALUES")
class CanBeExtended {}
