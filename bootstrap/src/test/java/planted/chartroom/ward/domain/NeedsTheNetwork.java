package planted.chartroom.ward.domain;

import java.net.URI;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import planted.chartroom.kernel.Breaks;

@Breaks("DOMAIN_IS_PURE")
@Phi
record NeedsTheNetwork(URI address) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
