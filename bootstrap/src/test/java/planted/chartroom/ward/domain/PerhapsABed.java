package planted.chartroom.ward.domain;

import java.util.Optional;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("NO_OPTIONAL_FIELDS")
record PerhapsABed(Optional<BedId> id) {}
