package planted.chartroom.ward.domain;

import java.util.Map;
import org.chartroom.kernel.Refusal;
import planted.chartroom.kernel.Breaks;

@Breaks({"REFUSALS_TAKE_NO_PATIENT_TEXT", "FEATURES_REFUSE_IN_ONE_PLACE"})
final class TellingRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private TellingRefusal(String family) {
        super(Kind.CONFLICT, "taken", "The bed is taken.", Map.of("by", family));
    }

    static TellingRefusal taken(String family) {
        return new TellingRefusal(family);
    }
}
