package org.chartroom.record.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of a patient, at least one of them. Units are UCUM's as FHIR's vital signs profile uses them; the
 * bounds are those outside which a figure is a typing error, not a patient.
 *
 * @param heartRate        beats a minute, 10 to 350
 * @param temperature      °C, 25 to 45, one decimal place
 * @param respiratoryRate  breaths a minute, 2 to 100
 * @param oxygenSaturation %, 30 to 100
 * @param weight           kg, 0.2 to 500, two decimal places
 * @param height           cm, 20 to 260, one decimal place
 */
@Phi
public record Measurements(
        @Nullable BloodPressure bloodPressure,
        @Nullable Integer heartRate,
        @Nullable BigDecimal temperature,
        @Nullable Integer respiratoryRate,
        @Nullable Integer oxygenSaturation,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal height) {

    public Measurements {
        var wrong = new Violations();
        wrong.range("heartRate", heartRate, 10, 350);
        temperature = wrong.decimal("temperature", temperature, "25", "45", 1);
        wrong.range("respiratoryRate", respiratoryRate, 2, 100);
        wrong.range("oxygenSaturation", oxygenSaturation, 30, 100);
        weight = wrong.decimal("weight", weight, "0.2", "500", 2);
        height = wrong.decimal("height", height, "20", "260", 1);
        if (Stream.of(bloodPressure, heartRate, temperature, respiratoryRate, oxygenSaturation, weight, height)
                .allMatch(Objects::isNull)) wrong.add("", "required", "at least one measurement is required");
        wrong.refuse();
    }

    /**
     * Body mass index, kg/m², one decimal place: weight over the square of the height (Quetelet's index, as WHO
     * Technical Report Series 894 uses it); null unless both were measured.
     */
    public @Nullable BigDecimal bodyMassIndex() {
        if (weight == null || height == null) return null;
        return weight.multiply(BigDecimal.valueOf(10_000)).divide(height.multiply(height), 1, RoundingMode.HALF_UP);
    }

    /** With what was measured again in place of what was; a blood pressure is one reading and is replaced whole. */
    Measurements with(Measurements again) {
        return new Measurements(
                again.bloodPressure == null ? bloodPressure : again.bloodPressure,
                again.heartRate == null ? heartRate : again.heartRate,
                again.temperature == null ? temperature : again.temperature,
                again.respiratoryRate == null ? respiratoryRate : again.respiratoryRate,
                again.oxygenSaturation == null ? oxygenSaturation : again.oxygenSaturation,
                again.weight == null ? weight : again.weight,
                again.height == null ? height : again.height);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
