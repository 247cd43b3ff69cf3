package org.chartroom.record.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class ReferenceRangesTest {

    private static final LocalDate BORN = LocalDate.of(2000, 1, 15);

    /** From which age on, until which; then what is flagged, the two ends of what is not, and what is flagged again. */
    static final List<Band> BANDS = """
            HEART_RATE               | P0D  | P3M  | 106  | 107  | 181  | 182
            HEART_RATE               | P3M  | P6M  | 103  | 104  | 175  | 176
            HEART_RATE               | P6M  | P9M  | 97   | 98   | 168  | 169
            HEART_RATE               | P9M  | P1Y  | 92   | 93   | 161  | 162
            HEART_RATE               | P1Y  | P18M | 87   | 88   | 156  | 157
            HEART_RATE               | P18M | P2Y  | 81   | 82   | 149  | 150
            HEART_RATE               | P2Y  | P3Y  | 75   | 76   | 142  | 143
            HEART_RATE               | P3Y  | P4Y  | 69   | 70   | 136  | 137
            HEART_RATE               | P4Y  | P6Y  | 64   | 65   | 131  | 132
            HEART_RATE               | P6Y  | P8Y  | 58   | 59   | 123  | 124
            HEART_RATE               | P8Y  | P12Y | 51   | 52   | 115  | 116
            HEART_RATE               | P12Y | P15Y | 46   | 47   | 108  | 109
            HEART_RATE               | P15Y | P18Y | 42   | 43   | 104  | 105
            HEART_RATE               | P18Y | -    | 59   | 60   | 100  | 101
            RESPIRATORY_RATE         | P0D  | P3M  | 24   | 25   | 66   | 67
            RESPIRATORY_RATE         | P3M  | P6M  | 23   | 24   | 64   | 65
            RESPIRATORY_RATE         | P6M  | P9M  | 22   | 23   | 61   | 62
            RESPIRATORY_RATE         | P9M  | P1Y  | 21   | 22   | 58   | 59
            RESPIRATORY_RATE         | P1Y  | P18M | 20   | 21   | 53   | 54
            RESPIRATORY_RATE         | P18M | P2Y  | 18   | 19   | 46   | 47
            RESPIRATORY_RATE         | P2Y  | P3Y  | 17   | 18   | 38   | 39
            RESPIRATORY_RATE         | P3Y  | P4Y  | 16   | 17   | 33   | 34
            RESPIRATORY_RATE         | P4Y  | P6Y  | 16   | 17   | 29   | 30
            RESPIRATORY_RATE         | P6Y  | P8Y  | 15   | 16   | 27   | 28
            RESPIRATORY_RATE         | P8Y  | P12Y | 13   | 14   | 25   | 26
            RESPIRATORY_RATE         | P12Y | P15Y | 11   | 12   | 23   | 24
            RESPIRATORY_RATE         | P15Y | P18Y | 10   | 11   | 22   | 23
            RESPIRATORY_RATE         | P18Y | -    | 11   | 12   | 20   | 21
            BLOOD_PRESSURE_SYSTOLIC  | P0D  | P28D | 59   | 60   | 300  | -
            BLOOD_PRESSURE_SYSTOLIC  | P28D | P1Y  | 69   | 70   | 300  | -
            BLOOD_PRESSURE_SYSTOLIC  | P1Y  | P2Y  | 71   | 72   | 97   | 98
            BLOOD_PRESSURE_SYSTOLIC  | P2Y  | P3Y  | 73   | 74   | 99   | 100
            BLOOD_PRESSURE_SYSTOLIC  | P3Y  | P4Y  | 75   | 76   | 100  | 101
            BLOOD_PRESSURE_SYSTOLIC  | P4Y  | P5Y  | 77   | 78   | 101  | 102
            BLOOD_PRESSURE_SYSTOLIC  | P5Y  | P6Y  | 79   | 80   | 102  | 103
            BLOOD_PRESSURE_SYSTOLIC  | P6Y  | P7Y  | 81   | 82   | 104  | 105
            BLOOD_PRESSURE_SYSTOLIC  | P7Y  | P8Y  | 83   | 84   | 105  | 106
            BLOOD_PRESSURE_SYSTOLIC  | P8Y  | P9Y  | 85   | 86   | 106  | 107
            BLOOD_PRESSURE_SYSTOLIC  | P9Y  | P10Y | 87   | 88   | 106  | 107
            BLOOD_PRESSURE_SYSTOLIC  | P10Y | P11Y | 89   | 90   | 107  | 108
            BLOOD_PRESSURE_SYSTOLIC  | P11Y | P12Y | 89   | 90   | 109  | 110
            BLOOD_PRESSURE_SYSTOLIC  | P12Y | P13Y | 89   | 90   | 112  | 113
            BLOOD_PRESSURE_SYSTOLIC  | P13Y | P18Y | 89   | 90   | 119  | 120
            BLOOD_PRESSURE_SYSTOLIC  | P18Y | -    | 89   | 90   | 129  | 130
            BLOOD_PRESSURE_DIASTOLIC | P0D  | P1Y  | -    | 10   | 200  | -
            BLOOD_PRESSURE_DIASTOLIC | P1Y  | P2Y  | -    | 10   | 51   | 52
            BLOOD_PRESSURE_DIASTOLIC | P2Y  | P3Y  | -    | 10   | 54   | 55
            BLOOD_PRESSURE_DIASTOLIC | P3Y  | P4Y  | -    | 10   | 57   | 58
            BLOOD_PRESSURE_DIASTOLIC | P4Y  | P5Y  | -    | 10   | 59   | 60
            BLOOD_PRESSURE_DIASTOLIC | P5Y  | P6Y  | -    | 10   | 62   | 63
            BLOOD_PRESSURE_DIASTOLIC | P6Y  | P7Y  | -    | 10   | 65   | 66
            BLOOD_PRESSURE_DIASTOLIC | P7Y  | P8Y  | -    | 10   | 67   | 68
            BLOOD_PRESSURE_DIASTOLIC | P8Y  | P9Y  | -    | 10   | 68   | 69
            BLOOD_PRESSURE_DIASTOLIC | P9Y  | P10Y | -    | 10   | 69   | 70
            BLOOD_PRESSURE_DIASTOLIC | P10Y | P11Y | -    | 10   | 71   | 72
            BLOOD_PRESSURE_DIASTOLIC | P11Y | P12Y | -    | 10   | 73   | 74
            BLOOD_PRESSURE_DIASTOLIC | P12Y | P13Y | -    | 10   | 74   | 75
            BLOOD_PRESSURE_DIASTOLIC | P13Y | P18Y | -    | 10   | 79   | 80
            BLOOD_PRESSURE_DIASTOLIC | P18Y | -    | 59   | 60   | 79   | 80
            TEMPERATURE              | P0D  | P28D | 36.4 | 36.5 | 37.5 | 37.6
            TEMPERATURE              | P28D | P16Y | 35.9 | 36.0 | 37.9 | 38.0
            TEMPERATURE              | P16Y | -    | 36.0 | 36.1 | 38.0 | 38.1
            OXYGEN_SATURATION        | P0D  | P28D | -    | 30   | 100  | -
            OXYGEN_SATURATION        | P28D | -    | 93   | 94   | 100  | -
            BODY_MASS_INDEX          | P0D  | P18Y | -    | 10.0 | 60.0 | -
            BODY_MASS_INDEX          | P18Y | -    | 18.4 | 18.5 | 24.9 | 25.0
            """.lines().map(Band::of).toList();

    @ParameterizedTest
    @FieldSource("BANDS")
    void whatIsBelowTheRangeIsFlagged(Band band) {
        assertThat(band.days())
                .allSatisfy(day -> assertThat(codes(band.sign, band.below, day))
                        .containsExactlyElementsOf(band.below == null ? List.of() : List.of("below-range")));
    }

    @ParameterizedTest
    @FieldSource("BANDS")
    void whatIsAboveTheRangeIsFlagged(Band band) {
        assertThat(band.days())
                .allSatisfy(day -> assertThat(codes(band.sign, band.above, day))
                        .containsExactlyElementsOf(band.above == null ? List.of() : List.of("above-range")));
    }

    @ParameterizedTest
    @FieldSource("BANDS")
    void bothEndsOfTheRangeAreUsual(Band band) {
        assertThat(band.days()).allSatisfy(day -> {
            assertThat(codes(band.sign, band.low, day)).isEmpty();
            assertThat(codes(band.sign, band.high, day)).isEmpty();
        });
    }

    @ParameterizedTest
    @FieldSource("BANDS")
    void aFlagTellsTheRange(Band band) {
        for (var day : band.days())
            for (var figure : Stream.of(band.below, band.above)
                    .filter(Objects::nonNull)
                    .map(BigDecimal::new)
                    .toList())
                assertThat(flags(band.sign, figure, day))
                        .singleElement()
                        .satisfies(flag -> assertThat(flag.range())
                                .isEqualTo(new ReferenceRange(
                                        band.below == null ? null : new BigDecimal(band.low),
                                        band.above == null ? null : new BigDecimal(band.high))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2008-02-29 | 2026-02-28 | above-range
            2008-02-29 | 2026-03-01 | usual
            2006-02-28 | 2024-02-27 | above-range
            2006-02-28 | 2024-02-28 | usual
            2007-02-28 | 2025-02-28 | usual
            """)
    void whoIsBornOnTheTwentyNinthIsAYearOlderOnTheFirstOfMarch(LocalDate bornOn, LocalDate on, String told) {
        // 120 is too much from 13 to 17 years and usual in adults
        var flags = ReferenceRanges.flags(RecordFixtures.pressure(120, null), bornOn, on);

        assertThat(flags)
                .extracting(flag -> flag.code().toString())
                .containsExactlyElementsOf(told.equals("usual") ? List.of() : List.of(told));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsUnusualBeforeTheBirth(VitalSign sign) {
        assertThat(flags(sign, new BigDecimal("30"), BORN.minusDays(1))).isEmpty();
    }

    @Test
    void whatWasNotMeasuredIsNotFlagged() {
        assertThat(ReferenceRanges.flags(RecordFixtures.heartRate(70), BORN, BORN.plusYears(30)))
                .isEmpty();
    }

    @Test
    void flagsComeInOneOrderHoweverManyThereAre() {
        var measured = new Measurements(
                new BloodPressure(190, 110),
                140,
                new BigDecimal("40.1"),
                30,
                80,
                new BigDecimal("180"),
                new BigDecimal("170"));

        assertThat(ReferenceRanges.flags(measured, BORN, BORN.plusYears(30)))
                .extracting(flag -> flag.field() + " " + flag.field().unit())
                .containsExactly(
                        "bloodPressureSystolic mm[Hg]",
                        "bloodPressureDiastolic mm[Hg]",
                        "heartRate /min",
                        "temperature Cel",
                        "respiratoryRate /min",
                        "oxygenSaturation %",
                        "bmi kg/m2");
    }

    private static List<String> codes(VitalSign sign, @Nullable String figure, LocalDate on) {
        if (figure == null) return List.of();
        return flags(sign, new BigDecimal(figure), on).stream()
                .map(flag -> flag.code().toString())
                .toList();
    }

    private static List<Flag> flags(VitalSign sign, BigDecimal figure, LocalDate on) {
        return ReferenceRanges.flags(measured(sign, figure), BORN, on).stream()
                .filter(flag -> flag.field() == sign)
                .toList();
    }

    private static Measurements measured(VitalSign sign, BigDecimal figure) {
        return switch (sign) {
            case BLOOD_PRESSURE_SYSTOLIC -> RecordFixtures.pressure(figure.intValueExact(), null);
            case BLOOD_PRESSURE_DIASTOLIC -> RecordFixtures.pressure(300, figure.intValueExact());
            case HEART_RATE -> RecordFixtures.heartRate(figure.intValueExact());
            case TEMPERATURE -> new Measurements(null, null, figure, null, null, null, null);
            case RESPIRATORY_RATE -> new Measurements(null, null, null, figure.intValueExact(), null, null, null);
            case OXYGEN_SATURATION -> new Measurements(null, null, null, null, figure.intValueExact(), null, null);
            case BODY_MASS_INDEX -> new Measurements(null, null, null, null, null, figure, new BigDecimal("100"));
        };
    }

    record Band(
            VitalSign sign,
            Period from,
            @Nullable Period until,
            @Nullable String below,
            String low,
            String high,
            @Nullable String above) {

        static Band of(String line) {
            var cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            return new Band(
                    VitalSign.valueOf(cells.get(0)),
                    Period.parse(cells.get(1)),
                    cells.get(2).equals("-") ? null : Period.parse(cells.get(2)),
                    cells.get(3).equals("-") ? null : cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6).equals("-") ? null : cells.get(6));
        }

        /** The first and the last on which it holds. */
        List<LocalDate> days() {
            return List.of(
                    BORN.plus(from),
                    until == null ? BORN.plusYears(105) : BORN.plus(until).minusDays(1));
        }

        @Override
        public String toString() {
            return sign + " " + from;
        }
    }
}
