package org.chartroom.record.web;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Measurements;
import org.jspecify.annotations.Nullable;

/** Vital signs as a client writes them. */
@Phi
record VitalSignsBody(
        @Nullable Integer bloodPressureSystolic,
        @Nullable Integer bloodPressureDiastolic,
        @Nullable Integer heartRate,
        @Nullable BigDecimal temperature,
        @Nullable Integer respiratoryRate,
        @Nullable Integer oxygenSaturation,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal height) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    Measurements measurements() {
        var wrong = new Violations();
        var pressure = wrong.part(() -> BloodPressure.of(bloodPressureSystolic, bloodPressureDiastolic));
        // a refused pressure is missing below, and where it was all, that nothing was measured would be told too
        if (Stream.of(heartRate, temperature, respiratoryRate, oxygenSaturation, weight, height)
                .allMatch(Objects::isNull)) wrong.refuse();
        var measurements = wrong.part(() ->
                new Measurements(pressure, heartRate, temperature, respiratoryRate, oxygenSaturation, weight, height));
        wrong.refuse();
        return measurements;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
