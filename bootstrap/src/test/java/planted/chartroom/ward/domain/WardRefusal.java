package planted.chartroom.ward.domain;

import java.util.Map;
import org.chartroom.kernel.Refusal;
import planted.chartroom.kernel.Breaks;

@Breaks("REFUSALS_COME_FROM_FACTORIES")
final class WardRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    WardRefusal() {
        super(Kind.CONFLICT, "full", "The ward is full.", Map.of());
    }
}
