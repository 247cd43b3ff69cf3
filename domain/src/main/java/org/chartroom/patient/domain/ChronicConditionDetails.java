package org.chartroom.patient.domain;

import java.time.LocalDate;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.ChronicConditionEntry;
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

    /**
     * Of a chronic condition that is taken over from elsewhere.
     *
     * @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable
     */
    public static ChronicConditionDetails of(ChronicConditionEntry entry) {
        return new ChronicConditionDetails(entry.condition(), entry.diagnosedDate(), entry.notes());
    }

    /** As it is to be kept of a patient who is taken over. */
    public ChronicConditionEntry entry() {
        return new ChronicConditionEntry(condition, diagnosedDate, notes);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
