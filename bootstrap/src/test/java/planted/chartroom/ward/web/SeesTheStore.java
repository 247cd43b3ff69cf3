package planted.chartroom.ward.web;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.persistence.JdbcBeds;

@Breaks("WEB_GOES_THROUGH_INBOUND_PORTS")
record SeesTheStore(JdbcBeds beds) {}
