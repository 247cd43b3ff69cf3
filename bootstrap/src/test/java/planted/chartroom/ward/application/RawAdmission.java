package planted.chartroom.ward.application;

import java.util.UUID;
import org.chartroom.provider.Actor;
import planted.chartroom.kernel.Breaks;

@Breaks("PORTS_SPEAK_IN_IDS")
public interface RawAdmission {

    void admit(Actor by, UUID bed);
}
