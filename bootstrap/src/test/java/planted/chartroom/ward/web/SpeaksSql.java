package planted.chartroom.ward.web;

import java.sql.Connection;
import java.sql.SQLException;
import planted.chartroom.kernel.Breaks;

@Breaks("JDBC_STAYS_IN_PERSISTENCE")
class SpeaksSql {

    void commit(Connection connection) throws SQLException {
        connection.commit();
    }
}
