package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.domain.Signature;

/**
 * A signature, to be shown.
 *
 * @param valid whether the record holds, at this moment, what was signed
 */
@Phi
public record SignatureView(Signature signature, boolean valid) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
