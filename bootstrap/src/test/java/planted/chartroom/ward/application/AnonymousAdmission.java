package planted.chartroom.ward.application;

import org.chartroom.provider.Actor;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("INBOUND_PORTS_TAKE_THE_ACTOR_FIRST")
public interface AnonymousAdmission {

    void admit(BedId bed, Actor by);
}
