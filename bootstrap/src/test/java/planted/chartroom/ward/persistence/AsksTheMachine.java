package planted.chartroom.ward.persistence;

import java.time.ZoneId;
import planted.chartroom.kernel.Breaks;

@Breaks("NOTHING_OF_THE_MACHINE")
class AsksTheMachine {

    final ZoneId zone = ZoneId.systemDefault();
}
