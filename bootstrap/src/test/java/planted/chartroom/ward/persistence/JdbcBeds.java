package planted.chartroom.ward.persistence;

import planted.chartroom.kernel.Breaks;

@Breaks("ADAPTERS_ARE_PACKAGE_PRIVATE")
public class JdbcBeds {}
