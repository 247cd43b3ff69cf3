package planted.chartroom.ward.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import planted.chartroom.kernel.Breaks;

@Breaks({"NO_FIELD_INJECTION", "FIELDS_ARE_FINAL"})
class FilledInLater {

    @Autowired
    @Nullable
    Object desk;
}
