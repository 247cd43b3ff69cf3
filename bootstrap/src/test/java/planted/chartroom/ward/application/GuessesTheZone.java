package planted.chartroom.ward.application;

import java.time.LocalDate;
import java.time.ZoneId;
import planted.chartroom.kernel.Breaks;

@Breaks("NO_WALL_CLOCK")
class GuessesTheZone {

    LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }
}
