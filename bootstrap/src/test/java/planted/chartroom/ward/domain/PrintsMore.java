package planted.chartroom.ward.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import planted.chartroom.kernel.Breaks;

@Breaks("PHI_PRINTS_REDACTED")
@Phi
record PrintsMore(String family) {

    @Override
    public String toString() {
        return Redacted.text(this) + family;
    }
}
