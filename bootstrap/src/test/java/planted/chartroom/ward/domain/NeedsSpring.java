package planted.chartroom.ward.domain;

import org.springframework.stereotype.Component;
import planted.chartroom.kernel.Breaks;

@Breaks("DOMAIN_IS_PURE")
@Component
final class NeedsSpring {}
