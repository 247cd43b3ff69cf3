package planted.chartroom.ward.application;

import org.chartroom.provider.Actor;

/** Innocent. */
public interface Rounds {

    void begin(Actor by);
}
