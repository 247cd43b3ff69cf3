package planted.chartroom.ward.domain;

import planted.chartroom.ward.BedId;

/** Innocent. */
public record Bed(BedId id) {}
