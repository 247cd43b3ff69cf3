package planted.chartroom.http;

import org.mapstruct.Mapper;
import planted.chartroom.kernel.Breaks;

@Breaks("MAPPERS_STAY_AT_THE_EDGE")
@Mapper(implementationName = "Mapped<CLASS_NAME>")
interface BedMapper {}
