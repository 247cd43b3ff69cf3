package planted.chartroom.ward.application.out;

import org.chartroom.provider.Actor;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("OUTBOUND_PORTS_ARE_COLLECTIONS")
public interface SavesBeds {

    void save(Actor by, BedId bed);
}
