package org.chartroom.record.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.record.domain.RecordFixtures.weightAndHeight;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.chartroom.Records;
import org.chartroom.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeasurementsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            72.50 | 171.5 | 24.6
            70    | 175   | 22.9
            53.25 | 150   | 23.7
            0.2   | 260   | 0.0
            3.40  | 50.5  | 13.3
            500   | 20    | 12500.0
            -     | 171.5 | -
            72.50 | -     | -
            -     | -     | -
            """)
    void theBodyMassIndexIsWeightOverHeightSquared(
            @Nullable String weight, @Nullable String height, @Nullable String index) {
        assertThat(Objects.toString(weightAndHeight(weight, height).bodyMassIndex(), null))
                .isEqualTo(index);
    }

    @Test
    void vitalSignsWithoutAnyMeasurementAreNone() {
        assertThat(Refused.fieldsOf(() -> new Measurements(null, null, null, null, null, null, null)))
                .containsExactly(": required");
    }

    @ParameterizedTest
    @MethodSource("singleMeasurements")
    void oneMeasurementIsEnough(Supplier<Measurements> single) {
        assertThat(Refused.fieldsOf(single)).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(() -> new Measurements(
                        null, 9, new BigDecimal("45.1"), 101, 29, new BigDecimal("70.125"), new BigDecimal("19.9"))))
                .containsExactly(
                        "heartRate: out-of-range",
                        "temperature: out-of-range",
                        "respiratoryRate: out-of-range",
                        "oxygenSaturation: out-of-range",
                        "weight: too-precise",
                        "height: out-of-range");
    }

    @Test
    void aPressureTakenByPalpationHasNoDiastolic() {
        assertThat(Refused.fieldsOf(() -> new BloodPressure(90, null))).isEmpty();
    }

    @Test
    void aDiastolicPressureAloneIsHalfAFact() {
        assertThat(Refused.fieldsOf(() -> BloodPressure.of(null, 80)))
                .containsExactly("bloodPressureSystolic: incomplete");
    }

    @Test
    void aPressureThatWasNotTakenIsNone() {
        assertThat(BloodPressure.of(null, null)).isNull();
    }

    @Test
    void aPressureReadFromTwoFieldsHoldsBoth() {
        assertThat(BloodPressure.of(120, 80)).isEqualTo(new BloodPressure(120, 80));
    }

    @Test
    void aSystolicPressureReadFromTwoFieldsMayStandAlone() {
        assertThat(BloodPressure.of(90, null)).isEqualTo(new BloodPressure(90, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            120 | 119 | -
            120 | 120 | bloodPressureDiastolic: out-of-range
            120 | 121 | bloodPressureDiastolic: out-of-range
            """)
    void theDiastolicPressureIsBelowTheSystolic(int systolic, int diastolic, @Nullable String refused) {
        assertThat(String.join(", ", Refused.fieldsOf(() -> new BloodPressure(systolic, diastolic))))
                .isEqualTo(refused == null ? "" : refused);
    }

    @Test
    void bothPressuresAreRefusedAtOnce() {
        assertThat(Refused.fieldsOf(() -> new BloodPressure(301, 9)))
                .containsExactly("bloodPressureSystolic: out-of-range", "bloodPressureDiastolic: out-of-range");
    }

    @ParameterizedTest
    @MethodSource("singleMeasurements")
    void whatWasMeasuredAgainReplacesTheSameAndLeavesTheRest(Supplier<Measurements> single) {
        var before = RecordFixtures.measurements();
        var again = single.get();

        var after = before.with(again);

        for (var component : Measurements.class.getRecordComponents()) {
            var measured = Records.get(again, component.getName());
            assertThat(Records.get(after, component.getName()))
                    .isEqualTo(measured == null ? Records.get(before, component.getName()) : measured);
        }
    }

    @ParameterizedTest
    @MethodSource("singleMeasurements")
    void whatWasMeasuredForTheFirstTimeIsAdded(Supplier<Measurements> single) {
        var all = RecordFixtures.measurements();

        assertThat(single.get().with(all)).isEqualTo(all);
    }

    @Test
    void aPressureIsOneReadingAndReplacedWhole() {
        var before = RecordFixtures.pressure(128, 82);

        assertThat(before.with(RecordFixtures.pressure(80, null)).bloodPressure())
                .isEqualTo(new BloodPressure(80, null));
    }

    static List<Supplier<Measurements>> singleMeasurements() {
        return List.of(
                () -> new Measurements(new BloodPressure(90, null), null, null, null, null, null, null),
                () -> new Measurements(null, 70, null, null, null, null, null),
                () -> new Measurements(null, null, new BigDecimal("37"), null, null, null, null),
                () -> new Measurements(null, null, null, 14, null, null, null),
                () -> new Measurements(null, null, null, null, 98, null, null),
                () -> new Measurements(null, null, null, null, null, new BigDecimal("70"), null),
                () -> new Measurements(null, null, null, null, null, null, new BigDecimal("170")));
    }
}
