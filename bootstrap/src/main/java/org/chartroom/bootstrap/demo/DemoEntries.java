package org.chartroom.bootstrap.demo;

import java.math.BigDecimal;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;

/** The lines of a visit, short enough to be read like a chart. */
final class DemoEntries {

    static SymptomDetails symptom(
            String name, @Nullable Integer severity, @Nullable String duration, @Nullable String notes) {
        return new SymptomDetails(name, severity, duration, notes, false);
    }

    /** A symptom that the AI scribe took from the conversation. */
    static SymptomDetails scribedSymptom(
            String name, @Nullable Integer severity, @Nullable String duration, @Nullable String notes) {
        return new SymptomDetails(name, severity, duration, notes, true);
    }

    static PrescriptionDetails prescription(
            String medication,
            String dosage,
            String frequency,
            String duration,
            @Nullable Integer quantity,
            int refills,
            @Nullable String instructions) {
        return new PrescriptionDetails(medication, dosage, frequency, duration, quantity, refills, instructions, false);
    }

    /** A prescription that the AI scribe took from the conversation. */
    static PrescriptionDetails scribedPrescription(
            String medication,
            String dosage,
            String frequency,
            String duration,
            @Nullable Integer quantity,
            int refills,
            @Nullable String instructions) {
        return new PrescriptionDetails(medication, dosage, frequency, duration, quantity, refills, instructions, true);
    }

    /** Blood pressure in mmHg, pulse a minute, °C, breaths a minute, oxygen saturation in %, kg, cm. */
    static Measurements measured(
            @Nullable BloodPressure bloodPressure,
            @Nullable Integer pulse,
            @Nullable Double celsius,
            @Nullable Integer breaths,
            @Nullable Integer saturation,
            @Nullable Double kilograms,
            @Nullable Double centimetres) {
        return new Measurements(
                bloodPressure, pulse, decimal(celsius), breaths, saturation, decimal(kilograms), decimal(centimetres));
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private DemoEntries() {}
}
