package org.chartroom.record.domain;

import java.math.BigDecimal;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * Between which figures a vital sign is usual at some age; which age, the range alone would tell.
 *
 * @param low  the least figure that is not flagged; null where no source draws a lower bound
 * @param high the greatest figure that is not flagged; null where no source draws an upper bound
 */
@Phi
public record ReferenceRange(
        @Nullable BigDecimal low, @Nullable BigDecimal high) {

    static ReferenceRange between(String low, String high) {
        return new ReferenceRange(new BigDecimal(low), new BigDecimal(high));
    }

    static ReferenceRange between(int low, int high) {
        return new ReferenceRange(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    static ReferenceRange atLeast(int low) {
        return new ReferenceRange(BigDecimal.valueOf(low), null);
    }

    static ReferenceRange atMost(int high) {
        return new ReferenceRange(null, BigDecimal.valueOf(high));
    }

    /** Whether the figure is below it. */
    boolean isAbove(BigDecimal figure) {
        return low != null && figure.compareTo(low) < 0;
    }

    /** Whether the figure is above it. */
    boolean isBelow(BigDecimal figure) {
        return high != null && figure.compareTo(high) > 0;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
