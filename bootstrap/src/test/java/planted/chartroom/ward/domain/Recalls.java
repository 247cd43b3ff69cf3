package planted.chartroom.ward.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("NODES_KEEP_NO_STATE")
final class Recalls {

    static final Map<BedId, Bed> BEDS = new LinkedHashMap<>();
}
