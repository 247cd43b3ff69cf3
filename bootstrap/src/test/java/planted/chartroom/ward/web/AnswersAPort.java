package planted.chartroom.ward.web;

import org.chartroom.provider.Actor;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.application.Rounds;

@Breaks("PORTS_ARE_ANSWERED_IN_THEIR_PLACE")
class AnswersAPort implements Rounds {

    @Override
    public void begin(Actor by) {}
}
