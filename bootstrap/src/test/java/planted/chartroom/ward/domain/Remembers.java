package planted.chartroom.ward.domain;

import java.util.HashMap;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("NODES_KEEP_NO_STATE")
final class Remembers {

    static final HashMap<BedId, Bed> BEDS = new HashMap<>();
}
