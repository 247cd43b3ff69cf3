package planted.chartroom.ward.web;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.application.out.AnonymousBeds;

@Breaks("WEB_GOES_THROUGH_INBOUND_PORTS")
record TakesAShortcut(AnonymousBeds beds) {}
