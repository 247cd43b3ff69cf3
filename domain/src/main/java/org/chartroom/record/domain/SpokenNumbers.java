package org.chartroom.record.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in what was said in English, as clinicians say them: in figures (<i>120</i>, <i>98.6</i>, <i>1,200</i>) or
 * in words (<i>one twenty</i>, <i>a hundred and two</i>, <i>ninety eight point six</i>, <i>one oh one</i>).
 *
 * <p>What grammar binds is one number: <i>sixty eight</i> is 68 and neither 60 nor 8. What is only said in a row has every
 * reading: <i>one twenty</i> is 120, or 1 and 20; <i>ninety eight six</i> is 98.6, or 98 and 6; and, where a machine wrote
 * a full stop for the word "point", <i>a hundred . four</i> is 100.4, or 100 and 4.
 */
final class SpokenNumbers {

    /** Each at its number. */
    private static final List<String> ONES =
            List.of(("zero one two three four five six seven eight nine ten eleven twelve "
                            + "thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
                    .split(" "));

    /** From twenty on. */
    private static final List<String> TENS =
            List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    /** Longer figures are no measurements. */
    private static final int LONGEST_FIGURE = 12;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** What the words from one to before another may say. */
    static final class Reading {

        final int from;
        final int to;
        final BigDecimal value;

        private Reading(int from, int to, BigDecimal value) {
            this.from = from;
            this.to = to;
            this.value = value;
        }

        private Reading(int from, int to, int value) {
            this(from, to, BigDecimal.valueOf(value));
        }

        int length() {
            return to - from;
        }

        boolean isWhole() {
            return value.scale() == 0;
        }

        boolean isBelow(int limit) {
            return value.compareTo(BigDecimal.valueOf(limit)) < 0;
        }

        boolean is(BigDecimal number) {
            return value.compareTo(number) == 0;
        }
    }

    private final List<String> words;
    /** What grammar binds, by its first word; no two overlap. */
    private final Map<Integer, Reading> bound = new TreeMap<>();

    private final Map<Integer, List<Reading>> beginning = new HashMap<>();
    private final Map<Integer, List<Reading>> ending = new HashMap<>();

    SpokenNumbers(String quote) {
        words = words(quote.toLowerCase(Locale.ROOT));
        for (var i = 0; i < words.size(); ) {
            var number = numberAt(i);
            if (number != null) bound.put(i, number);
            i = number == null ? i + 1 : number.to;
        }
        bound.values().forEach(this::read);
    }

    Stream<Reading> all() {
        return beginning.values().stream().flatMap(List::stream);
    }

    Stream<Reading> beginningAt(int i) {
        return beginning.getOrDefault(i, List.of()).stream();
    }

    Stream<Reading> endingBefore(int i) {
        return ending.getOrDefault(i, List.of()).stream();
    }

    int length() {
        return words.size();
    }

    /** A word, a figure or a mark, in lower case; nothing before the first and behind the last. */
    String word(int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i);
    }

    /** Behind a word if it is that one. */
    int past(String word, int i) {
        return word(i).equals(word) ? i + 1 : i;
    }

    /** All that a bound number may be in a row with what follows. */
    private void read(Reading first) {
        readFraction(first);
        var second = bound.get(past("-", first.to));
        if (!isDigit(first) || second == null || !isSpoken(second) || !second.isBelow(100)) return;
        var both = row(first, second);
        readFraction(both);
        var third = digitAt(past("-", second.to));
        if (isDigit(second) && third != null) readFraction(row(both, third));
    }

    private static Reading row(Reading one, Reading other) {
        var shifted = one.value.movePointRight(other.isBelow(10) ? 1 : 2);
        return new Reading(one.from, other.to, shifted.add(other.value));
    }

    private void readFraction(Reading whole) {
        var next = bound.get(whole.to + 1);
        if (!whole.isWhole()) {
            add(whole);
        } else if (word(whole.to).equals("point") && next != null) {
            var tenths = decimal(whole, next, 1);
            add(tenths);
            var more = digitAt(next.to);
            if (isDigit(next) && more != null) add(decimal(tenths, more, 2));
        } else if (past("half", past("a", past("and", whole.to))) == whole.to + 3) {
            add(new Reading(whole.from, whole.to + 3, whole.value.add(HALF)));
        } else {
            add(whole);
            if (word(whole.to).equals(".") && next != null && next.isBelow(10)) add(decimal(whole, next, 1));
            // as Fahrenheit temperatures are said: two digits, and one without the word "point"
            var digit = digitAt(whole.to);
            if (!whole.isBelow(90) && isOne(whole.to - 1) && digit != null) add(decimal(whole, digit, 1));
        }
    }

    /** With more decimal places, the first of them at the {@code place}th behind the point. */
    private static Reading decimal(Reading whole, Reading places, int place) {
        var fraction = places.value.movePointLeft(places.value.precision() + place - 1);
        return new Reading(whole.from, places.to, whole.value.add(fraction));
    }

    private void add(Reading reading) {
        beginning.computeIfAbsent(reading.from, _ -> new ArrayList<>()).add(reading);
        ending.computeIfAbsent(reading.to, _ -> new ArrayList<>()).add(reading);
    }

    /** The number that grammar binds from here on. */
    private @Nullable Reading numberAt(int i) {
        if (isFigure(word(i))) {
            var figure = word(i).replace(",", "");
            return figure.length() > LONGEST_FIGURE ? null : new Reading(i, i + 1, new BigDecimal(figure));
        }
        if (word(i).equals("hundred")) return hundreds(i, 1, i + 1);
        if (isOne(i) && word(i + 1).equals("hundred")) return hundreds(i, ONES.indexOf(word(i)), i + 2);
        return belowHundred(i);
    }

    private Reading hundreds(int from, int hundreds, int to) {
        var rest = belowHundred(past("and", to));
        return rest == null
                ? new Reading(from, to, BigDecimal.valueOf(100L * hundreds))
                : new Reading(from, rest.to, rest.value.add(BigDecimal.valueOf(100L * hundreds)));
    }

    private @Nullable Reading belowHundred(int i) {
        if (word(i).equals("oh") || word(i).equals("o")) return new Reading(i, i + 1, 0);
        var one = ONES.indexOf(word(i));
        if (one >= 0) return new Reading(i, i + 1, one);
        var ten = TENS.indexOf(word(i));
        if (ten < 0) return null;
        var ones = past("-", i + 1);
        return isOne(ones)
                ? new Reading(i, ones + 1, 20 + 10 * ten + ONES.indexOf(word(ones)))
                : new Reading(i, i + 1, 20 + 10 * ten);
    }

    private boolean isOne(int i) {
        var one = ONES.indexOf(word(i));
        return one > 0 && one < 10;
    }

    private @Nullable Reading digitAt(int i) {
        var number = bound.get(i);
        return number != null && isDigit(number) ? number : null;
    }

    private boolean isDigit(Reading number) {
        return isSpoken(number) && number.isBelow(10);
    }

    private boolean isSpoken(Reading number) {
        return !isFigure(word(number.from));
    }

    private static boolean isFigure(String word) {
        return endOfDigits(word, 0) > 0;
    }

    /** What begins with a letter is a word, such as <i>o2</i>; what does not may have a word at its end, as <i>98.6f</i>. */
    private static List<String> words(String quote) {
        var text = quote.replace('’', '\'').replace('′', '\'').replace('”', '"').replace('″', '"');
        var words = new ArrayList<String>();
        for (var i = 0; i < text.length(); ) {
            var end = Math.max(i + 1, endOfFigure(text, i));
            if (Character.isLetter(text.charAt(i)))
                while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) end++;
            var word = text.substring(i, end);
            if (!Violations.isBlank(word)) words.add(word);
            i = end;
        }
        return words;
    }

    private static int endOfFigure(String text, int from) {
        var end = endOfDigits(text, from);
        if (end == from) return from;
        while (text.startsWith(",", end) && endOfDigits(text, end + 1) == end + 4) end += 4;
        var places = endOfDigits(text, end + 1);
        return text.startsWith(".", end) && places > end + 1 ? places : end;
    }

    private static int endOfDigits(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
        return end;
    }
}
