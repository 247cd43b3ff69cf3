package planted.chartroom.bootstrap.cli;

import javax.sql.DataSource;
import planted.chartroom.kernel.Breaks;

@Breaks("JDBC_STAYS_IN_PERSISTENCE")
record Querying(DataSource database) {}
