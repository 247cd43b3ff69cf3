package planted.chartroom.ward.application;

import planted.chartroom.kernel.Breaks;

@Breaks("APPLICATION_SHOWS_PORTS_AND_VALUES")
public class ShownService {}
