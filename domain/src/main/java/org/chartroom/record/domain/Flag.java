package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/**
 * That a figure is unusual at the patient's age. A hint to look twice: neither a diagnosis nor a refusal.
 *
 * @param range the one that the figure is outside of
 */
@Phi
public record Flag(VitalSign field, Code code, ReferenceRange range) {

    /** On which side of the range. */
    public enum Code {
        BELOW_RANGE("below-range"),
        ABOVE_RANGE("above-range");

        private final String name;

        Code(String name) {
            this.name = name;
        }

        /** The code on the wire. */
        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
