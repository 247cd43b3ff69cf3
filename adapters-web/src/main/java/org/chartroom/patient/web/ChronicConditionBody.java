package org.chartroom.patient.web;

import java.time.LocalDate;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.jspecify.annotations.Nullable;

/** A chronic condition as a client writes one. What is not nullable is required; the domain says so. */
@Phi
record ChronicConditionBody(
        String condition,
        @Nullable LocalDate diagnosedDate,
        @Nullable String notes) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    ChronicConditionDetails details() {
        return new ChronicConditionDetails(condition, diagnosedDate, notes);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
