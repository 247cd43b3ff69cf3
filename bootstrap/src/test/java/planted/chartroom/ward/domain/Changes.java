package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;

@Breaks("FIELDS_ARE_FINAL")
final class Changes {

    int beds;
}
