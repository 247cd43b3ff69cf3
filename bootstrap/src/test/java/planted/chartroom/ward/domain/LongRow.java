package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("RECORDS_STAY_SHORT")
record LongRow(BedId a, BedId b, BedId c, BedId d, BedId e, BedId f, BedId g, BedId h, BedId i) {}
