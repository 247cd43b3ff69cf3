package planted.chartroom.http;

import planted.chartroom.jdbc.Columns;
import planted.chartroom.kernel.Breaks;

@Breaks("FEATURES_FOLLOW_THE_LINE")
record KnowsJdbc(Columns columns) {}
