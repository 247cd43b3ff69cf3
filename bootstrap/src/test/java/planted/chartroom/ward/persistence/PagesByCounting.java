package planted.chartroom.ward.persistence;

import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import planted.chartroom.kernel.Breaks;

@Breaks("SQL_IS_WRITTEN_ALIKE")
class PagesByCounting {

    void find(ActorJdbc jdbc, UUID by) {
        jdbc.as(by).sql("select id from ward.bed order by id limit 25 offset :from");
    }
}
