package org.chartroom.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** What other features may ask of what is recorded. */
public interface RecordDirectory {

    /**
     * Between which figures vital signs are usual at an age, for as many of them as a source tells it.
     *
     * @param on the day of the visit where the clinic is
     */
    List<Usual> usual(Actor by, LocalDate bornOn, LocalDate on);

    /**
     * Between which figures one vital sign is usual.
     *
     * @param sign as clients name its field, such as {@code heartRate}
     * @param low  the least of them; null where no source draws a lower bound
     * @param high the greatest of them; null where no source draws an upper bound
     */
    @Phi
    record Usual(
            String sign, @Nullable BigDecimal low, @Nullable BigDecimal high) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
