package planted.chartroom.ward.application;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.persistence.JdbcBeds;

@Breaks("APPLICATION_TAKES_LITTLE_OF_SPRING")
class KnowsItsStore {

    final JdbcBeds beds = new JdbcBeds();
}
