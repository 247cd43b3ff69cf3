package planted.chartroom.ward.web;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("ADAPTERS_ARE_PACKAGE_PRIVATE")
public record BedBody(BedId id) {}
