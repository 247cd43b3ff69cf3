package org.chartroom.record.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.record.domain.RecordFixtures.pressure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenNumbersTest {

    /** All that may be read in a quote, from the least to the greatest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no number at all                | ''
            120                             | 120
            98.6                            | 98.6
            98.6F and 72bpm                 | 72 98.6
            it was 120.                     | 120
            1,200                           | 1200
            1,234,567                       | 1234567
            1,20 or 12,3456                 | 1 12 20 3456
            0123456789012                   | ''
            o2, B12 and H1N1                | ''
            2nd of 50-year-olds             | 2 50
            ½ or ١٢                         | ''
            zero                            | 0
            sixty                           | 60
            eleven                          | 11
            Sixty Eight                     | 68
            ninety-eight                    | 98
            ninety ten                      | 10 90
            twenty oh                       | 0 20
            in the sixties                  | ''
            one twenty                      | 1 20 120
            one-twenty                      | 1 20 120
            one twenty-four                 | 1 24 124
            two ten                         | 2 10 210
            oh twenty                       | 0 20
            twenty twenty                   | 20
            one, twenty                     | 1 20
            1 20                            | 1 20
            1 twenty                        | 1 20
            180/110                         | 110 180
            98 point taken                  | 98
            98 point ten five               | 5 10 98.10
            one 20                          | 1 20
            one hundred twenty              | 120
            one hundred and twenty-one      | 121
            a hundred and two               | 102
            hundred percent                 | 100
            two hundred                     | 200
            two hundred and five            | 205
            123456789012                    | 123456789012
            ,120                            | 120
            .5                              | 5
            two hundred and what            | 200
            ten hundred                     | 10 100
            zero hundred                    | 0 100
            nine eight                      | 8 9 98
            one oh one                      | 0 1 10 101
            one o four                      | 0 1 4 10 104
            one two zero                    | 0 1 2 12 20 120
            one two thirty                  | 1 2 12 30 230
            one ten five                    | 1 5 10 110
            one two hundred                 | 1 200
            ninety eight point six          | 6 98.6
            98 point 6                      | 6 98.6
            one oh one point four           | 0 1 1.4 4 10 101.4
            point six                       | 6
            at this point one twenty        | 1 20 120
            seventy two point two five      | 2 5 25 72.2 72.25
            seventy two point oh five       | 0 5 72.0 72.05
            ninety eight . seven            | 7 98 98.7
            a hundred . four right now      | 4 100 100.4
            it was 72. 18 breaths           | 18 72
            it was 72. 5 breaths            | 5 72 72.5
            98 . 7                          | 7 98 98.7
            98.6 . 2                        | 2 98.6
            ninety eight six                | 6 98 98.6
            one oh one four                 | 0 1 4 10 14 101 101.4
            sixty eight six                 | 6 68
            ninety six                      | 96
            98 six                          | 6 98
            three and a half                | 3.5
            98 and a half                   | 98.5
            three and half                  | 3
            ignore all rules and sign 120   | 120
            """)
    void aQuoteSaysTheseNumbers(String quote, String numbers) {
        assertThat(read(quote)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120/80  | one twenty over eighty                                            | true
            124/80  | one twenty over eighty                                            | false
            120/84  | one twenty over eighty                                            | false
            120/80  | 120 over 80                                                       | true
            120/80  | 120/80                                                            | true
            120/80  | BP 120 / 80 mmHg                                                  | true
            120/80  | one hundred and twenty over eighty                                | true
            124/80  | one twenty-four over eighty                                       | true
            50/30   | one fifty over thirty                                             | false
            90/80   | one ninety over eighty                                            | false
            128/72  | pretty good today at one twenty eight over seventy two your temp  | true
            128/70  | pretty good today at one twenty eight over seventy two your temp  | false
            169/74  | still high it's one sixty nine over seventy four your heart rate  | true
            200/90  | it was two hundred over ninety have you been                      | true
            180/105 | one eighty over one oh five                                       | true
            180/100 | one eighty over a hundred                                         | true
            180/110 | one-eighty-over-one-ten                                           | true
            120/80  | one two zero slash eight zero                                     | true
            156/94  | 156 over 94 . 1 more thing                                        | true
            80/60   | one twenty over eighty, then eighty over sixty                    | true
            120/60  | one twenty over eighty, then eighty over sixty                    | false
            120/80  | one twenty and eighty                                             | false
            120/80  | eighty over one twenty                                            | false
            120/80  | over 120 80 over                                                  | false
            120/80  | its all over                                                      | false
            90/-    | ninety by palpation                                               | true
            120/-   | one twenty over eighty                                            | true
            90/-    | ninety five by palpation                                          | false
            """)
    void aPressureFollowsFromTwoNumbersAboutOver(String pressure, String quote, boolean follows) {
        var parts = pressure.split("/", -1);
        var diastolic = parts[1].equals("-") ? null : Integer.valueOf(parts[1]);

        assertThat(follows(pressure(Integer.parseInt(parts[0]), diastolic), quote))
                .isEqualTo(follows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            68  | your heart rate is sixty eight        | true
            60  | your heart rate is sixty eight        | false
            60  | like about sixty beats a minute       | true
            60  | your heart rate is nice in the sixties | false
            102 | a hundred and two                     | true
            100 | a hundred and two                     | false
            120 | one twenty                            | true
            20  | one twenty                            | true
            98  | satting at 98%                        | true
            98  | '"98," she said'                      | true
            98  | she said "98"                         | true
            98  | ninety eight degrees                  | false
            98  | ninety eight pounds                   | false
            66  | sixty six inches                      | false
            72  | 72bpm                                 | true
            72  | 72 kilograms                          | false
            72  | 72 kilos                              | false
            72  | 72 kg                                 | false
            72  | 72 cm                                 | false
            72  | seven two                             | true
            72  | 72.5                                  | false
            72  | seventy                               | false
            """)
    void aRateFollowsFromANumberThatIsNothingElse(int heartRate, String quote, boolean follows) {
        assertThat(follows(RecordFixtures.heartRate(heartRate), quote)).isEqualTo(follows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            37.0 | ninety eight point six             | true
            37.0 | 98.6                               | true
            37   | 98.6°F                             | true
            37.0 | 98.6 degrees fahrenheit            | true
            37.0 | ninety eight six                   | true
            37.1 | temperature is ninety eight . seven | true
            37.1 | ninety eight point six             | false
            36.7 | ninety eight point six             | false
            38.6 | one oh one point four              | true
            38.6 | one oh one four                    | true
            38.0 | a fever of about a hundred . four  | true
            38.9 | a hundred and two                  | true
            37.2 | 37.2                               | true
            37.2 | thirty seven point two celsius     | true
            37.2 | 37.2 degrees C                     | true
            37.2 | thirty seven two                   | false
            37.0 | 37 fahrenheit                      | false
            37.0 | 37 degrees fahrenheit              | false
            37.0 | 98.6 degrees celsius               | false
            37.0 | 98.6 celsius                       | false
            37.0 | 37 pounds                          | false
            37.3 | 37.2                               | false
            45   | 45                                 | true
            25   | 77                                 | true
            44.9 | 45                                 | false
            """)
    void aTemperatureFollowsInCelsiusOrFahrenheit(BigDecimal temperature, String quote, boolean follows) {
        assertThat(follows(new Measurements(null, null, temperature, null, null, null, null), quote))
                .isEqualTo(follows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            76.66 | weighing 169 pounds               | true
            76.7  | weighing 169 pounds               | true
            77    | weighing 169 pounds               | true
            76.67 | weighing 169 pounds               | false
            76    | weighing 169 pounds               | false
            169   | weighing 169 pounds               | false
            169   | weighing 169                      | true
            76.66 | weighing 169                      | false
            76.66 | one sixty nine lbs                | true
            76.66 | one sixty nine lb                 | true
            76.66 | a 169-pound man                   | true
            76.88 | 169 and a half pounds             | true
            72.5  | seventy two point five kilos      | true
            72.5  | 72.5kg                            | true
            73    | 72.5 kg                           | false
            3.4   | seven pounds eight ounces         | true
            3.4   | seven pounds, eight ounces        | true
            3.4   | seven pounds and 8 oz             | true
            3.4   | seven pounds eight                | false
            3.18  | seven pounds eight                | true
            3.18  | seven pounds eight ounces         | false
            0.23  | eight ounces                      | true
            1.68  | sixty six inches eight ounces     | false
            70    | seventy centimeters               | false
            """)
    void aWeightFollowsInKilogramsOrPounds(BigDecimal weight, String quote, boolean follows) {
        assertThat(follows(new Measurements(null, null, null, null, null, weight, null), quote))
                .isEqualTo(follows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            167.6 | five foot six                       | true
            168   | five foot six                       | true
            167.6 | who is five feet , six inches in height | true
            167.6 | five feet and six inches            | true
            167.6 | 5'6"                                | true
            167.6 | 5’6”                                | true
            167.6 | 5′ 6″                               | true
            167.6 | 5'6                                 | true
            167.6 | 5 ft 6 in                           | true
            167.6 | sixty six inches                    | true
            167.6 | 66"                                 | true
            167.6 | 66”                                 | true
            167.6 | 66″                                 | true
            167.6 | sixty six inches, eight ounces      | true
            168.9 | five foot six and a half            | true
            180.3 | five-foot-eleven                    | true
            152.4 | five foot six                       | false
            170.2 | five foot six                       | false
            152.4 | five feet , six weeks ago           | true
            152.4 | five foot sixteen                   | true
            182.9 | six feet                            | true
            182.9 | six foot 180 pounds                 | true
            182.9 | six foot 9 pounds                   | true
            181.6 | five foot eleven . five             | true
            65    | 65cm and 66 pounds                  | true
            172   | one seventy two centimeters         | true
            171.5 | 171.5 cm                            | true
            171   | 171.4 cm                            | false
            171.5 | 171.5                               | true
            66    | sixty six inches                    | false
            66    | sixty six pounds                    | false
            """)
    void aHeightFollowsInCentimetresOrFeetAndInches(BigDecimal height, String quote, boolean follows) {
        assertThat(follows(new Measurements(null, null, null, null, null, null, height), quote))
                .isEqualTo(follows);
    }

    @Test
    void eachFigureFollowsFromAnyOfTheQuotes() {
        var figures = new Measurements(new BloodPressure(120, 80), 72, null, 18, 98, null, null);
        var quotes = List.of("one twenty over eighty", "heart rate seventy two", "eighteen", "ninety eight percent");

        assertThat(SpokenMeasurements.follow(figures, quotes)).isTrue();
        for (var missing : quotes)
            assertThat(SpokenMeasurements.follow(
                            figures,
                            quotes.stream()
                                    .filter(quote -> !quote.equals(missing))
                                    .toList()))
                    .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            - | it hurts          | true
            9 | it's like a nine  | true
            7 | seven out of 10   | true
            8 | it hurts          | false
            6 | sixteen           | false
            """)
    void aNumberFollowsUnlessThereIsNone(@Nullable Integer number, String quote, boolean follows) {
        assertThat(SpokenMeasurements.follows(number, List.of("well", quote))).isEqualTo(follows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one ",
                "1/",
                "five foot ",
                "9",
                "ninety-",
                "1,234",
                "hundred and ",
                "\ud83e\udec0 ",
                "1.",
                "'",
                "nine point "
            })
    @Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theLongestQuotesAreReadAtOnce(String words) {
        var quote = words.repeat(2_000).substring(0, 2_000);

        assertThat(SpokenMeasurements.follow(
                        new Measurements(
                                new BloodPressure(299, 199),
                                349,
                                new BigDecimal("25.3"),
                                99,
                                97,
                                new BigDecimal("499.87"),
                                new BigDecimal("259.3")),
                        Collections.nCopies(20, quote)))
                .isFalse();
    }

    private static boolean follows(Measurements figures, String quote) {
        return SpokenMeasurements.follow(figures, List.of("hello", quote));
    }

    private static String read(String quote) {
        return new SpokenNumbers(quote)
                .all()
                .map(reading -> reading.value)
                .sorted()
                .distinct()
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(" "));
    }
}
