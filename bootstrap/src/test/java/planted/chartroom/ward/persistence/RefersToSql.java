package planted.chartroom.ward.persistence;

import java.util.UUID;
import java.util.function.Function;
import org.chartroom.jdbc.ActorJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import planted.chartroom.kernel.Breaks;

@Breaks("SQL_IS_CONSTANT")
class RefersToSql {

    Function<String, JdbcClient.StatementSpec> any(ActorJdbc jdbc, UUID by) {
        return jdbc.as(by)::sql;
    }
}
