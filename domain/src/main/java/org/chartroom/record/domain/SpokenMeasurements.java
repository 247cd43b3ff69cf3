package org.chartroom.record.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartroom.record.domain.SpokenNumbers.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Whether figures follow from quoted words: {@link SpokenNumbers} says how these are read, and one reading that gives a
 * figure is enough. A blood pressure takes two numbers about "over" or a slash, each the longest that can be read there, so
 * that <i>one twenty four over eighty</i> is not 24/80.
 *
 * <p>A number with a unit of another quantity does not count, nor is it converted without a unit, except that a temperature
 * above 45 is one in °F. Of what a number was said is not understood: from <i>pulse eighteen</i> follows a respiratory rate
 * of 18 as well.
 *
 * <p>Converted is by NIST Special Publication 811 (2008), appendix B.8: 1 lb = 0.453 592 37 kg, 1 oz = 1/16 lb,
 * 1 in = 2.54 cm, 1 ft = 12 in, all exactly, and t/°C = (t/°F − 32)/1.8. The result is rounded half up, a temperature to one
 * decimal place, a weight or height to those of the figure that it is compared with.
 */
final class SpokenMeasurements {

    private static final Set<String> OVER = Set.of("over", "/", "slash");

    /** Degrees above are Fahrenheit; also the greatest temperature of {@link Measurements}. */
    private static final BigDecimal HOTTEST = BigDecimal.valueOf(45);

    private enum Quantity {
        TEMPERATURE,
        WEIGHT,
        HEIGHT
    }

    /** With the factor that makes kg of a weight and cm of a height. */
    private enum Unit {
        DEGREE(Quantity.TEMPERATURE, "1"),
        CELSIUS(Quantity.TEMPERATURE, "1"),
        FAHRENHEIT(Quantity.TEMPERATURE, "1"),
        KILOGRAM(Quantity.WEIGHT, "1"),
        POUND(Quantity.WEIGHT, "0.45359237"),
        OUNCE(Quantity.WEIGHT, "0.028349523125"),
        CENTIMETRE(Quantity.HEIGHT, "1"),
        FOOT(Quantity.HEIGHT, "30.48"),
        INCH(Quantity.HEIGHT, "2.54");

        private final Quantity quantity;
        private final BigDecimal factor;

        Unit(Quantity quantity, String factor) {
            this.quantity = quantity;
            this.factor = new BigDecimal(factor);
        }

        private static @Nullable Unit named(String word) {
            return switch (word) {
                case "degrees", "degree", "°" -> DEGREE;
                case "celsius", "centigrade", "c" -> CELSIUS;
                case "fahrenheit", "f" -> FAHRENHEIT;
                case "kilograms", "kilogram", "kilos", "kilo", "kg" -> KILOGRAM;
                case "pounds", "pound", "lbs", "lb" -> POUND;
                case "ounces", "ounce", "oz" -> OUNCE;
                case "centimetres", "centimetre", "centimeters", "centimeter", "cm" -> CENTIMETRE;
                case "feet", "foot", "ft", "'" -> FOOT;
                case "inches", "inch", "\"" -> INCH;
                default -> null;
            };
        }
    }

    private final SpokenNumbers said;

    private SpokenMeasurements(SpokenNumbers said) {
        this.said = said;
    }

    /** Whether each of the figures follows from one of the quotes. */
    static boolean follow(Measurements figures, List<String> quotes) {
        var said = read(quotes);
        return follows(figures.bloodPressure(), said, SpokenMeasurements::isPressure)
                && follows(figures.heartRate(), said, SpokenMeasurements::isNumber)
                && follows(figures.temperature(), said, SpokenMeasurements::isTemperature)
                && follows(figures.respiratoryRate(), said, SpokenMeasurements::isNumber)
                && follows(figures.oxygenSaturation(), said, SpokenMeasurements::isNumber)
                && follows(figures.weight(), said, (quote, weight) -> quote.isMeasure(weight, Quantity.WEIGHT))
                && follows(figures.height(), said, (quote, height) -> quote.isMeasure(height, Quantity.HEIGHT));
    }

    /** Whether a number, if there is one, follows from one of the quotes. */
    static boolean follows(@Nullable Integer number, List<String> quotes) {
        return follows(number, read(quotes), SpokenMeasurements::isNumber);
    }

    private static List<SpokenMeasurements> read(List<String> quotes) {
        return quotes.stream()
                .map(quote -> new SpokenMeasurements(new SpokenNumbers(quote)))
                .toList();
    }

    private static <T> boolean follows(
            @Nullable T figure, List<SpokenMeasurements> said, BiPredicate<SpokenMeasurements, T> from) {
        return figure == null || said.stream().anyMatch(quote -> from.test(quote, figure));
    }

    private boolean isNumber(int number) {
        return said.all().anyMatch(reading -> isBare(reading) && reading.is(BigDecimal.valueOf(number)));
    }

    private boolean isPressure(BloodPressure pressure) {
        var diastolic = pressure.diastolic();
        if (diastolic == null) return isNumber(pressure.systolic());
        return IntStream.range(0, said.length())
                .filter(i -> OVER.contains(said.word(i)))
                .anyMatch(i ->
                        isLongest(said.endingBefore(said.word(i - 1).equals("-") ? i - 1 : i), pressure.systolic())
                                && isLongest(said.beginningAt(said.past("a", said.past("-", i + 1))), diastolic));
    }

    private static boolean isLongest(Stream<Reading> readings, int number) {
        return readings.filter(Reading::isWhole)
                .max(Comparator.comparingInt(Reading::length))
                .filter(reading -> reading.is(BigDecimal.valueOf(number)))
                .isPresent();
    }

    private boolean isTemperature(BigDecimal celsius) {
        return said.all().anyMatch(reading -> {
            var unit = unitAt(reading.to);
            if (!isBare(reading) && !isOf(unit, Quantity.TEMPERATURE)) return false;
            var hot = reading.value.compareTo(HOTTEST) > 0;
            var fahrenheit = unit == Unit.FAHRENHEIT || (hot && unit != Unit.CELSIUS);
            return fahrenheit ? inCelsius(reading.value).compareTo(celsius) == 0 : reading.is(celsius);
        });
    }

    private static BigDecimal inCelsius(BigDecimal fahrenheit) {
        return fahrenheit.subtract(BigDecimal.valueOf(32)).divide(new BigDecimal("1.8"), 1, RoundingMode.HALF_UP);
    }

    private boolean isMeasure(BigDecimal figure, Quantity quantity) {
        return said.all().anyMatch(reading -> {
            var unit = unitAt(reading.to);
            if (isBare(reading) && reading.is(figure)) return true;
            if (unit == null || !isOf(unit, quantity)) return false;
            if (unit == Unit.KILOGRAM || unit == Unit.CENTIMETRE) return reading.is(figure);
            var places = Math.max(0, figure.stripTrailingZeros().scale());
            var converted = reading.value.multiply(unit.factor).add(rest(said.past("-", reading.to) + 1, unit));
            return converted.setScale(places, RoundingMode.HALF_UP).compareTo(figure) == 0;
        });
    }

    /** The inches behind feet, whose unit may be left out when they follow at once, and the ounces behind pounds. */
    private BigDecimal rest(int behind, Unit unit) {
        if (unit != Unit.FOOT && unit != Unit.POUND) return BigDecimal.ZERO;
        var smaller = unit == Unit.FOOT ? Unit.INCH : Unit.OUNCE;
        var atOnce = said.past("-", behind);
        var at = said.past("and", said.past(",", atOnce));
        var mayLackUnit = unit == Unit.FOOT && at == atOnce;
        return said.beginningAt(at)
                .filter(rest ->
                        unitAt(rest.to) == smaller || (mayLackUnit && unitAt(rest.to) == null && rest.isBelow(12)))
                .max(Comparator.comparingInt(Reading::length))
                .map(rest -> rest.value.multiply(smaller.factor))
                .orElse(BigDecimal.ZERO);
    }

    /** Without a unit; a mark may be one, or only end a quotation. */
    private boolean isBare(Reading reading) {
        return unitAt(reading.to) == null || Set.of("'", "\"").contains(said.word(reading.to));
    }

    private @Nullable Unit unitAt(int i) {
        var at = said.past("-", i);
        var unit = Unit.named(said.word(at));
        if (unit != Unit.DEGREE) return unit;
        var scale = Unit.named(said.word(at + 1));
        return scale == Unit.CELSIUS || scale == Unit.FAHRENHEIT ? scale : unit;
    }

    private static boolean isOf(@Nullable Unit unit, Quantity quantity) {
        return unit != null && unit.quantity == quantity;
    }
}
