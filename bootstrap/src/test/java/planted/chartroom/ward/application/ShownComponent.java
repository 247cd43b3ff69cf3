package planted.chartroom.ward.application;

import org.springframework.stereotype.Service;
import planted.chartroom.kernel.Breaks;

@Breaks({"COMPONENTS_ARE_PACKAGE_PRIVATE", "APPLICATION_SHOWS_PORTS_AND_VALUES"})
@Service
public class ShownComponent {}
