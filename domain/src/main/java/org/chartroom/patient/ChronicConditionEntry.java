package org.chartroom.patient;

import java.time.LocalDate;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/** A chronic condition as another feature takes one over; see {@link PatientEntry}. */
@Phi
public record ChronicConditionEntry(
        String condition,
        @Nullable LocalDate diagnosedDate,
        @Nullable String notes) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
