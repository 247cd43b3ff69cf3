package org.chartroom.record.domain;

import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Arterial blood pressure, one reading. The bounds are those outside which a figure is a typing error, not a patient.
 *
 * @param systolic  mmHg, 30 to 300
 * @param diastolic mmHg, 10 to 200, below {@code systolic}; missing when the pressure was taken by palpation
 */
@Phi
public record BloodPressure(int systolic, @Nullable Integer diastolic) {

    public BloodPressure {
        var wrong = new Violations();
        wrong.range("bloodPressureSystolic", systolic, 30, 300);
        wrong.range("bloodPressureDiastolic", diastolic, 10, 200);
        if (diastolic != null && diastolic >= systolic)
            wrong.add("bloodPressureDiastolic", "out-of-range", "must be below bloodPressureSystolic");
        wrong.refuse();
    }

    /**
     * A reading in two fields that may each be left out.
     *
     * @return null when both are
     */
    public static @Nullable BloodPressure of(@Nullable Integer systolic, @Nullable Integer diastolic) {
        if (systolic != null) return new BloodPressure(systolic, diastolic);
        if (diastolic == null) return null;
        throw InvalidInput.of("bloodPressureSystolic", "incomplete", "is required beside bloodPressureDiastolic");
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
