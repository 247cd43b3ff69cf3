package planted.chartroom.ward.persistence;

import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import planted.chartroom.kernel.Breaks;

@Breaks("SQL_IS_WRITTEN_ALIKE")
class Shouts {

    void find(ActorJdbc jdbc, UUID by) {
        jdbc.as(by).sql("SELECT id FROM ward.bed");
    }
}
