package org.chartroom.patient.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for a patient's treatment; may be nobody, or still unknown.
 *
 * @param insuranceProvider     at most 200 characters, stripped
 * @param insurancePolicyNumber at most 64 characters, stripped; only with an insurer: half a fact helps nobody
 */
@Phi
public record Insurance(
        @Nullable String insuranceProvider, @Nullable String insurancePolicyNumber) {

    public static final Insurance NONE = new Insurance(null, null);

    public Insurance {
        var wrong = new Violations();
        insuranceProvider = wrong.optionalLine("insuranceProvider", insuranceProvider, Violations.SHORT_TEXT);
        insurancePolicyNumber = wrong.optionalLine("insurancePolicyNumber", insurancePolicyNumber, Violations.CODE);
        if (insurancePolicyNumber != null && insuranceProvider == null)
            wrong.add("insuranceProvider", "incomplete", "is required beside insurancePolicyNumber");
        wrong.refuse();
    }

    /** Whether both parts are known. */
    public boolean isComplete() {
        return insuranceProvider != null && insurancePolicyNumber != null;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
