package org.chartroom.kernel;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an input, so that all of it is said at once. A value's constructor checks its components
 * and ends with {@link #refuse}; whoever assembles several values reads each as a {@link #part} and ends the same way.
 *
 * <p>Lengths count Unicode code points, as PostgreSQL's {@code char_length} does.
 */
public final class Violations {

    /** Most characters of one name of a person. */
    public static final int NAME = 100;
    /** Most characters of an e-mail address: 64 before the {@code @}, 255 behind it (RFC 5321, 4.5.3.1). */
    public static final int EMAIL = 320;
    /** Most characters of a phone number, as typed. */
    public static final int PHONE = 32;
    /** Most characters of a code that others gave out: a licence, a policy, a postal code. */
    public static final int CODE = 64;
    /** Most characters of a short text: a drug, a dose, a city. */
    public static final int SHORT_TEXT = 200;
    /** Most characters of a street address. */
    public static final int ADDRESS = 500;
    /** Most characters of a free text: a section of a note, a remark. */
    public static final int FREE_TEXT = 20_000;
    /** Most characters of the transcript of a conversation. */
    public static final int TRANSCRIPT = 500_000;
    /** Most entries of a list. */
    public static final int LIST = 200;

    private final List<Violation> found = new ArrayList<>();

    /** Notes that a field is wrong; {@link Violation} lists the codes. */
    public void add(String field, String code, String message) {
        found.add(new Violation(field, code, message));
    }

    /** What was found wrong so far, in the order in which it was found. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /**
     * Ends the collecting.
     *
     * @throws InvalidInput {@code validation-failed} with everything that was found wrong, if anything was
     */
    public void refuse() {
        if (!found.isEmpty()) throw new InvalidInput(found);
    }

    /**
     * Reads a value whose fields are the whole's own.
     *
     * @return the value; {@code null} in spite of its type when it was refused, to be handed on only to what comes
     *     before {@link #refuse}
     */
    public <T> T part(Supplier<T> part) {
        return part("", part);
    }

    /** {@link #part(Supplier)} of a value that stands in a field of its own. */
    @SuppressWarnings("NullAway") // the one place where a refused value is missing; refuse() ends before it is used
    public <T> T part(String field, Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidInput refused) {
            for (var violation : refused.violations()) found.add(violation.under(field));
            return null;
        }
    }

    /** Reads a list of at most 200 parts; a list that is left out is empty. */
    public <S, T> List<T> parts(String field, @Nullable List<S> sources, Function<S, T> part) {
        return sources == null || !list(field, sources) ? List.of() : each(field, sources, part);
    }

    /** {@link #parts} of which there may be any number. */
    public <S, T> List<T> each(String field, List<S> sources, Function<S, T> part) {
        var parts = new ArrayList<T>();
        for (var i = 0; i < sources.size(); i++) {
            var path = field + "[" + i + "]";
            var source = sources.get(i);
            if (required(path, source)) parts.add(part(path, () -> part.apply(source)));
        }
        return parts;
    }

    /** A list of at most 200 parts; tells whether it is one. */
    public boolean list(String field, List<?> parts) {
        if (parts.size() > LIST) add(field, "too-many", "at most " + LIST + " entries");
        return parts.size() <= LIST;
    }

    /** Whether the field is there. */
    public boolean required(String field, @Nullable Object value) {
        if (value == null) add(field, "required", "is required");
        return value != null;
    }

    /** A text that must hold a non-space character and is kept to the byte. */
    public void text(String field, @Nullable String value, int max) {
        if (required(field, value)) optionalText(field, value, max);
    }

    /** {@link #text} that may be left out. */
    public void optionalText(String field, @Nullable String value, int max) {
        if (value == null) return;
        if (isBlank(value)) add(field, "blank", "must hold more than white space");
        section(field, value, max);
    }

    /** Whether a text holds nothing but white space. */
    public static boolean isBlank(String text) {
        return all(text, Violations::isSpace);
    }

    /** A text that must be there but may be blank. */
    public void section(String field, @Nullable String value, int max) {
        if (value == null) {
            add(field, "required", "is required; it may be blank");
            return;
        }
        if (value.codePointCount(0, value.length()) > max) add(field, "too-long", "at most " + max + " characters");
        if (!all(value, Violations::isStorable))
            add(field, "unstorable", "must not hold U+0000 or half of a surrogate pair");
    }

    /** A short text of the front desk: {@link #text}, without the white space around it. */
    @SuppressWarnings("NullAway") // missing only when it was refused
    public String line(String field, @Nullable String value, int max) {
        var line = value == null ? null : value.strip();
        text(field, line, max);
        return line;
    }

    /** {@link #line} that may be left out. */
    public @Nullable String optionalLine(String field, @Nullable String value, int max) {
        var line = value == null ? null : value.strip();
        optionalText(field, line, max);
        return line;
    }

    /**
     * The constant that prints as the text does; it may be left out.
     *
     * @return {@code null} in spite of its type when it was left out, and some constant when there is none that prints so: to
     *     be handed on only to what comes before {@link #refuse}
     */
    @SuppressWarnings("NullAway") // whoever requires it says so
    public <E extends Enum<E>> E constant(String field, @Nullable String value, Class<E> type) {
        if (value == null) return null;
        var constants = type.getEnumConstants();
        for (var constant : constants) if (constant.toString().equals(value)) return constant;
        add(
                field,
                "malformed",
                Stream.of(constants).map(Object::toString).collect(joining(", ", "must be one of ", "")));
        return constants[0];
    }

    /** A whole number between two bounds, both allowed; it may be left out. */
    public void range(String field, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max))
            add(field, "out-of-range", "must be between " + min + " and " + max);
    }

    /**
     * A number between two bounds, both allowed, with at most {@code decimals} decimal places; it may be left out.
     *
     * @return the number with just so many decimal places, so that equal numbers are equal
     */
    public @Nullable BigDecimal decimal(
            String field, @Nullable BigDecimal value, String min, String max, int decimals) {
        if (value == null) return null;
        if (value.compareTo(new BigDecimal(min)) < 0 || value.compareTo(new BigDecimal(max)) > 0) {
            add(field, "out-of-range", "must be between " + min + " and " + max);
            return value;
        }
        if (value.stripTrailingZeros().scale() > decimals) {
            add(field, "too-precise", "at most " + decimals + (decimals == 1 ? " decimal place" : " decimal places"));
            return value;
        }
        return value.setScale(decimals);
    }

    /** What PostgreSQL's {@code \s} matches, no-break spaces and the next-line control among it. */
    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    /** Neither U+0000 nor half of a surrogate pair. */
    private static boolean isStorable(int codePoint) {
        return codePoint > 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    /** A loop: each page of a list asks this of hundreds of texts, and streams take twenty times as long. */
    private static boolean all(String text, IntPredicate predicate) {
        for (var i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            if (!predicate.test(codePoint)) return false;
            i += Character.charCount(codePoint);
        }
        return true;
    }
}
