package org.chartroom.patient.application.out;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What PostgreSQL's {@code patient_search} does to names and numbers; the contract holds the two together. */
final class Folded {

    private static final String MARKS =
            "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u065f\\u0670"
                    + "\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]";
    private static final String LETTERS = "øłđðħŧıς‘’ʼ′‐‒–—";
    private static final String IN_PLACE = "olddhtiσ''''----";
    private static final String BETWEEN_WORDS = " '.,/()\"-";
    private static final String ZEROS = "0٠۰０";

    static String text(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll(MARKS, "")
                .toLowerCase(Locale.ROOT);
        for (var i = 0; i < LETTERS.length(); i++) plain = plain.replace(LETTERS.charAt(i), IN_PLACE.charAt(i));
        return plain.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe").replace("þ", "th");
    }

    static List<String> words(String typed) {
        return Arrays.stream(text(typed).replace(',', ' ').split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** From its beginning, and from the beginning of each word in it. */
    static Stream<String> terms(String name) {
        var folded = text(name);
        return IntStream.range(0, folded.length())
                .filter(place -> place == 0 || (isBetween(folded, place - 1) && !isBetween(folded, place)))
                .mapToObj(folded::substring);
    }

    static String digits(String typed) {
        var digits = new StringBuilder();
        typed.codePoints()
                .filter(each -> ZEROS.codePoints().anyMatch(zero -> each >= zero && each <= zero + 9))
                .forEach(each -> digits.append(Character.digit(each, 10)));
        return digits.toString();
    }

    private static boolean isBetween(String folded, int place) {
        return BETWEEN_WORDS.indexOf(folded.charAt(place)) >= 0;
    }

    private Folded() {}
}
