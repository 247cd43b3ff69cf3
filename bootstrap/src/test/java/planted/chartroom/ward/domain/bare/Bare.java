package planted.chartroom.ward.domain.bare;

import planted.chartroom.kernel.Breaks;

@Breaks("PACKAGES_ARE_NULL_MARKED")
final class Bare {}
