package planted.chartroom.ward.persistence;

import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import planted.chartroom.kernel.Breaks;

@Breaks("SQL_IS_WRITTEN_ALIKE")
class SelectsAll {

    void find(ActorJdbc jdbc, UUID by) {
        jdbc.as(by).sql("select * from ward.bed");
    }
}
