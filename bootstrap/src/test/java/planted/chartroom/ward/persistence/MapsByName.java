package planted.chartroom.ward.persistence;

import org.springframework.jdbc.core.BeanPropertyRowMapper;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.BedId;

@Breaks("NO_OBJECT_MAPPING")
class MapsByName {

    final BeanPropertyRowMapper<BedId> rows = BeanPropertyRowMapper.newInstance(BedId.class);
}
