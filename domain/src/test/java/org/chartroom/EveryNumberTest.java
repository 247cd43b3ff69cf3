package org.chartroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.record.domain.RecordFixtures.amoxicillin;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.chartroom.kernel.Refused;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.SymptomDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryNumberTest {

    static final List<Whole> WHOLES = List.of(
            new Whole("bloodPressureSystolic", 30, 300, n -> new BloodPressure(n, null)),
            new Whole("bloodPressureDiastolic", 10, 200, n -> new BloodPressure(300, n)),
            new Whole("heartRate", 10, 350, n -> new Measurements(null, n, null, null, null, null, null)),
            new Whole("respiratoryRate", 2, 100, n -> new Measurements(null, null, null, n, null, null, null)),
            new Whole("oxygenSaturation", 30, 100, n -> new Measurements(null, null, null, null, n, null, null)),
            new Whole("severity", 1, 10, n -> new SymptomDetails("Cough", n, null, null, false)),
            new Whole("refills", 0, 99, n -> Records.with(amoxicillin().details(), "refills", n)));

    static final List<Decimal> DECIMALS = List.of(
            new Decimal("temperature", "25", "45", "0.1", n -> new Measurements(null, null, n, null, null, null, null)),
            new Decimal("weight", "0.2", "500", "0.01", n -> new Measurements(null, null, null, null, null, n, null)),
            new Decimal("height", "20", "260", "0.1", n -> new Measurements(null, null, null, null, null, null, n)));

    @ParameterizedTest
    @FieldSource("WHOLES")
    void theLeastNumberIsAccepted(Whole number) {
        assertThat(number.refused(number.least)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WHOLES")
    void theGreatestNumberIsAccepted(Whole number) {
        assertThat(number.refused(number.greatest)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WHOLES")
    void oneLessIsOutOfRange(Whole number) {
        assertThat(number.refused(number.least - 1)).containsExactly(number.field + ": out-of-range");
    }

    @ParameterizedTest
    @FieldSource("WHOLES")
    void oneMoreIsOutOfRange(Whole number) {
        assertThat(number.refused(number.greatest + 1)).containsExactly(number.field + ": out-of-range");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, Integer.MAX_VALUE})
    void aQuantityIsAtLeastOne(int quantity) {
        assertThat(Refused.fieldsOf(() -> Records.with(amoxicillin().details(), "quantity", quantity)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void nothingIsNoQuantity(int quantity) {
        assertThat(Refused.fieldsOf(() -> Records.with(amoxicillin().details(), "quantity", quantity)))
                .containsExactly("quantity: out-of-range");
    }

    @Test
    void aQuantityMayBeLeftOut() {
        assertThat(Refused.fieldsOf(() -> Records.with(amoxicillin().details(), "quantity", null)))
                .isEmpty();
    }

    @Test
    void aSeverityMayBeLeftOut() {
        assertThat(Refused.fieldsOf(() -> new SymptomDetails("Cough", null, null, null, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void theLeastMeasurementIsAccepted(Decimal number) {
        assertThat(number.refused(number.least)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void theGreatestMeasurementIsAccepted(Decimal number) {
        assertThat(number.refused(number.greatest)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void theFinestStepIsAccepted(Decimal number) {
        assertThat(number.refused(number.least.add(number.step))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void oneStepLessIsOutOfRange(Decimal number) {
        assertThat(number.refused(number.least.subtract(number.step))).containsExactly(number.field + ": out-of-range");
    }

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void oneStepMoreIsOutOfRange(Decimal number) {
        assertThat(number.refused(number.greatest.add(number.step))).containsExactly(number.field + ": out-of-range");
    }

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void aFinerStepIsTooPrecise(Decimal number) {
        var finer = number.least.add(number.step.movePointLeft(1));

        assertThat(number.refused(finer)).containsExactly(number.field + ": too-precise");
    }

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void zerosBehindItMakeANumberNoFiner(Decimal number) {
        assertThat(number.refused(number.least.setScale(9))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("monstrousDecimals")
    @Timeout(value = 1, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMonstrousNumberIsOutOfRangeAtOnce(Decimal number, String monster) {
        assertThat(number.refused(new BigDecimal(monster))).containsExactly(number.field + ": out-of-range");
    }

    static Stream<Object[]> monstrousDecimals() {
        return DECIMALS.stream()
                .flatMap(number -> Stream.of(
                                "1e999999999",
                                "-1e999999999",
                                "1e-999999999",
                                "0e999999999",
                                "0e-999999999",
                                "9".repeat(1000),
                                "1e13",
                                "-40")
                        .map(monster -> new Object[] {number, monster}));
    }

    record Whole(String field, int least, int greatest, IntFunction<Object> write) {

        List<String> refused(int value) {
            return Refused.fieldsOf(() -> write.apply(value));
        }

        @Override
        public String toString() {
            return field;
        }
    }

    record Decimal(
            String field, BigDecimal least, BigDecimal greatest, BigDecimal step, Function<BigDecimal, Object> write) {

        Decimal(String field, String least, String greatest, String step, Function<BigDecimal, Object> write) {
            this(field, new BigDecimal(least), new BigDecimal(greatest), new BigDecimal(step), write);
        }

        List<String> refused(BigDecimal value) {
            return Refused.fieldsOf(() -> write.apply(value));
        }

        @Override
        public String toString() {
            return field;
        }
    }
}
