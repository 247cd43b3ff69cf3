package planted.chartroom.ward.application.out;

import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;
import planted.chartroom.ward.domain.Bed;

@Breaks("OUTBOUND_PORTS_ARE_COLLECTIONS")
public interface PerhapsNull {

    @Nullable
    Bed find(Actor by, BedId bed);
}
