package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("IDS_ARE_RECORDS_AROUND_A_UUID")
record HiddenId(BedId value) {}
