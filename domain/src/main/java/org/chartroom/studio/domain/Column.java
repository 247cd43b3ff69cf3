package org.chartroom.studio.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that can be seen.
 *
 * @param name       as the database has it
 * @param references the table to whose rows it points; null where it points to none
 * @param labels     what an enum can be; empty for every other kind
 * @param order      the columns that rows are in order of when they are sorted by this one; empty where no index serves that
 * @param required   whether every row has it
 * @param ownOnly    whether a provider sees it of the own row alone
 */
public record Column(
        String name,
        Kind kind,
        @Nullable ClinicTable references,
        List<String> labels,
        List<String> order,
        boolean required,
        boolean ownOnly) {

    public Column {
        labels = List.copyOf(labels);
        order = List.copyOf(order);
    }

    /** What stands in it, as far as reading and comparing go. */
    public enum Kind {
        ID("uuid"),
        TEXT("text"),
        /** As long as a page or a conversation; folded where many rows are shown. */
        LONG_TEXT("text"),
        LABEL("text"),
        WHOLE("integer"),
        DECIMAL("numeric"),
        DATE("date"),
        INSTANT("timestamp with time zone"),
        FLAG("boolean");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The database's type, in which values are compared; a label is compared as text. */
        public String type() {
            return type;
        }

        /** Whether one comes before another, other than by the alphabet. */
        public boolean isOrdered() {
            return switch (this) {
                case WHOLE, DECIMAL, DATE, INSTANT -> true;
                case ID, TEXT, LONG_TEXT, LABEL, FLAG -> false;
            };
        }

        /** Whether people wrote it, so that it may name somebody. */
        public boolean isText() {
            return this == TEXT || this == LONG_TEXT;
        }
    }

    static Column id() {
        return of("id", Kind.ID).always().sorted();
    }

    static Column of(String name, Kind kind) {
        return new Column(name, kind, null, List.of(), List.of(), false, false);
    }

    /** Points to a row of another table; every such column is required and has an index. */
    static Column to(ClinicTable table) {
        return new Column(table.label() + "_id", Kind.ID, table, List.of(), List.of(), true, false).sorted();
    }

    static Column labels(String name, String... labels) {
        return new Column(name, Kind.LABEL, null, List.of(labels), List.of(), true, false);
    }

    Column always() {
        return new Column(name, kind, references, labels, order, true, ownOnly);
    }

    Column inOwnRow() {
        return new Column(name, kind, references, labels, order, required, true);
    }

    Column sorted() {
        return sortedBy(name);
    }

    Column sortedBy(String... columns) {
        return new Column(name, kind, references, labels, List.of(columns), required, ownOnly);
    }

    public boolean isSortable() {
        return !order.isEmpty();
    }
}
