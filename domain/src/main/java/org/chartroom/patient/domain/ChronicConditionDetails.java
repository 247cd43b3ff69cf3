package org.chartroom.patient.domain;

import java.time.LocalDate;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a chronic condition.
 *
 * @param condition     at most 200 characters, stripped
 * @param diagnosedDate 1890-01-01 to 2199-12-31, a calendar date without a zone
 * @param notes         at most 20,000 characters
 */
@Phi
public record ChronicConditionDetails(
        String condition,
        @Nullable LocalDate diagnosedDate,
        @Nullable String notes) {

    public ChronicConditionDetails {
        var wrong = new Violations();
        condition = wrong.line("condition", condition, Violations.SHORT_TEXT);
        if (diagnosedDate != null) PatientDetails.dateInBounds(wrong, "diagnosedDate", diagnosedDate);
        wrong.optionalText("notes", notes, Violations.FREE_TEXT);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
