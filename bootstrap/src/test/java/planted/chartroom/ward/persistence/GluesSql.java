package planted.chartroom.ward.persistence;

import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import planted.chartroom.kernel.Breaks;

@Breaks("SQL_IS_CONSTANT")
class GluesSql {

    void find(ActorJdbc jdbc, UUID by, String name) {
        jdbc.as(by).sql("select id from ward.bed where name = '" + name + "'");
    }
}
