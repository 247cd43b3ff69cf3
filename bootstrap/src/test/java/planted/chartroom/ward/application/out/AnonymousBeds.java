package planted.chartroom.ward.application.out;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("OUTBOUND_PORTS_TAKE_THE_ACTOR_FIRST")
public interface AnonymousBeds {

    void add(BedId bed);
}
