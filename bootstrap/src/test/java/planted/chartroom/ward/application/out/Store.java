package planted.chartroom.ward.application.out;

import org.chartroom.provider.Actor;
import planted.chartroom.kernel.Breaks;

/** A generic repository. */
@Breaks("OUTBOUND_PORTS_ARE_COLLECTIONS")
public interface Store<T> {

    void add(Actor by, T thing);
}
