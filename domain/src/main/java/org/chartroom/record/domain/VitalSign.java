package org.chartroom.record.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A measurement, or what is derived from two, that is compared with a {@link ReferenceRange}. */
public enum VitalSign {
    BLOOD_PRESSURE_SYSTOLIC("bloodPressureSystolic", "mm[Hg]"),
    BLOOD_PRESSURE_DIASTOLIC("bloodPressureDiastolic", "mm[Hg]"),
    HEART_RATE("heartRate", "/min"),
    TEMPERATURE("temperature", "Cel"),
    RESPIRATORY_RATE("respiratoryRate", "/min"),
    OXYGEN_SATURATION("oxygenSaturation", "%"),
    BODY_MASS_INDEX("bmi", "kg/m2");

    private final String field;
    private final String unit;

    VitalSign(String field, String unit) {
        this.field = field;
        this.unit = unit;
    }

    /** The unit's code in UCUM, as FHIR's vital signs profile uses it. */
    public String unit() {
        return unit;
    }

    /** What was measured of it; null when it was not. */
    public @Nullable BigDecimal in(Measurements measured) {
        var pressure = measured.bloodPressure();
        return switch (this) {
            case BLOOD_PRESSURE_SYSTOLIC -> pressure == null ? null : BigDecimal.valueOf(pressure.systolic());
            case BLOOD_PRESSURE_DIASTOLIC -> pressure == null ? null : decimal(pressure.diastolic());
            case HEART_RATE -> decimal(measured.heartRate());
            case TEMPERATURE -> measured.temperature();
            case RESPIRATORY_RATE -> decimal(measured.respiratoryRate());
            case OXYGEN_SATURATION -> decimal(measured.oxygenSaturation());
            case BODY_MASS_INDEX -> measured.bodyMassIndex();
        };
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer whole) {
        return whole == null ? null : BigDecimal.valueOf(whole);
    }

    /** The field's name on the wire. */
    @Override
    public String toString() {
        return field;
    }
}
