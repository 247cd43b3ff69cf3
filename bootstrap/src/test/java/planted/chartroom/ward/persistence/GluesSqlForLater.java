package planted.chartroom.ward.persistence;

import java.util.Map;
import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import planted.chartroom.kernel.Breaks;

@Breaks("SQL_IS_CONSTANT")
class GluesSqlForLater {

    void add(ActorJdbc jdbc, UUID by, String table) {
        jdbc.addAtCommit(
                by, "insert into ward." + table + " (name) select unnest(:name::text[])", Map.of("name", "4b"));
    }
}
