package planted.chartroom.ward.persistence;

import org.chartroom.jdbc.ActorJdbc;
import planted.chartroom.kernel.Breaks;

@Breaks("ONLY_SOME_ACT_AS_NOBODY")
class ActsAsNobody {

    ActsAsNobody(ActorJdbc jdbc) {
        jdbc.asNobody();
    }
}
