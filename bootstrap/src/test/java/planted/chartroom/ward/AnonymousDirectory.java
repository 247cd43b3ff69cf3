package planted.chartroom.ward;

import planted.chartroom.kernel.Breaks;

@Breaks("INBOUND_PORTS_TAKE_THE_ACTOR_FIRST")
public interface AnonymousDirectory {

    void occupy(BedId bed);
}
