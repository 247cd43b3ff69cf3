package org.chartroom.studio.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;

/**
 * Which rows are wanted.
 *
 * @param value what the column is compared with, as it is written in the database; blank where nothing is compared. For an
 *              instant a day will do: all of it, where the clinic is
 */
@Phi
public record Filter(Column column, Comparison comparison, String value) {

    /** How a column is compared. */
    public enum Comparison {
        EQUALS,
        STARTS_WITH,
        BEFORE,
        AFTER,
        IS_EMPTY;

        /** Whether it makes sense for what stands in the column. */
        public boolean fits(Column column) {
            return switch (this) {
                case EQUALS -> column.kind() != Column.Kind.LONG_TEXT;
                case STARTS_WITH -> column.kind().isText();
                case BEFORE, AFTER -> column.kind().isOrdered();
                case IS_EMPTY -> !column.required();
            };
        }

        /** Its name in an address. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws InvalidInput when the two cannot be compared, or the value cannot stand in the column */
    public Filter {
        var wrong = new Violations();
        if (!comparison.fits(column)) wrong.add("comparison", "wrong", "must fit the column");
        value = comparison == Comparison.IS_EMPTY ? "" : column.kind().isText() ? value : value.strip();
        if (comparison != Comparison.IS_EMPTY) {
            wrong.text("value", value, Violations.ADDRESS);
            if (!canStandIn(column, value)) wrong.add("value", "malformed", "must be what can stand in the column");
        }
        wrong.refuse();
    }

    /** The same where the clinic is: instead of a day the instants between which it lies there. */
    public List<Filter> in(ZoneId zone) {
        if (column.kind() != Column.Kind.INSTANT || value.isEmpty()) return List.of(this);
        if (value.contains("T"))
            return List.of(new Filter(column, comparison, Instant.parse(value).toString()));
        var day = LocalDate.parse(value);
        var before = day.atStartOfDay(zone).toInstant();
        var last = day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        return switch (comparison) {
            case BEFORE -> List.of(new Filter(column, comparison, before.toString()));
            case AFTER -> List.of(new Filter(column, comparison, last.toString()));
            default ->
                List.of(
                        new Filter(
                                column,
                                Comparison.AFTER,
                                before.minus(1, ChronoUnit.MICROS).toString()),
                        new Filter(
                                column,
                                Comparison.BEFORE,
                                last.plus(1, ChronoUnit.MICROS).toString()));
        };
    }

    private static boolean canStandIn(Column column, String value) {
        try {
            return switch (column.kind()) {
                case ID -> UUID.fromString(value).toString().equals(value.toLowerCase(Locale.ROOT));
                case TEXT, LONG_TEXT -> true;
                case LABEL -> column.labels().contains(value);
                case WHOLE -> value.matches("-?\\d{1,10}") && Long.parseLong(value) == (int) Long.parseLong(value);
                case DECIMAL -> value.matches("-?\\d{1,9}(\\.\\d{1,9})?");
                case DATE -> isOfOurDays(LocalDate.parse(value));
                case INSTANT ->
                    value.contains("T")
                            ? isOfOurDays(Instant.parse(value)
                                    .atOffset(ZoneOffset.UTC)
                                    .toLocalDate())
                            : isOfOurDays(LocalDate.parse(value));
                case FLAG -> value.equals("true") || value.equals("false");
            };
        } catch (DateTimeException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** What PostgreSQL writes with four digits; others it may not know at all. */
    private static boolean isOfOurDays(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
