package org.chartroom.studio.persistence;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Column.Kind;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Sorting;

/**
 * The statements about rows. There are some thousands, one for each table with each order and each filter, so they are put
 * together, and of nothing but constants: of this class, and of the names in {@link ClinicTable}. Whatever somebody typed is
 * a parameter.
 *
 * <p>Each but those about providers, who are known to each other, begins at the actor's patients, so that it costs what the
 * actor's rows cost and not what the table's do, and so that it says whose rows they are before row-level security does.
 */
final class RowStatements {

    /** How much of a long text is shown; in a chart a transcript is only said to be there. */
    private enum Extent {
        BEGINNING,
        CHART,
        ALL
    }

    /** Up to one row more than the limit, from behind a row whose place in the order is {@code key0}, {@code key1}, … */
    static String page(TableQuery query, boolean nothingInKey) {
        var sorting = query.backward() ? query.sorting().reversed() : query.sorting();
        return select(query.table(), query.columns(), Extent.BEGINNING)
                + from(query.table())
                + filters(query)
                + (query.from() == null ? "" : " and " + behind(sorting, nothingInKey))
                + " order by " + order(sorting)
                + " limit :limit";
    }

    /** Where a row stands in the order of a list. */
    static String place(ClinicTable table, Sorting sorting) {
        var keys = sorting.column().order();
        return IntStream.range(0, keys.size())
                        .mapToObj(i -> shown(table.column(keys.get(i)), Extent.ALL) + " as key" + i)
                        .collect(joining(", ", "select ", ""))
                + from(table) + " and t.id = :id";
    }

    static String row(ClinicTable table) {
        return select(table, table.columns(), Extent.ALL) + from(table) + " and t.id = :id";
    }

    static String about(ClinicTable table) {
        return select(table, table.columns(), Extent.CHART)
                + from(table)
                + " and c.patient_id = :patient order by t.created_at, t.id";
    }

    static String pointing(ClinicTable.Pointer pointer) {
        return counted(from(pointer.table()) + " and t." + pointer.column().name() + " = :id");
    }

    static String tally(ClinicTable table) {
        return counted(from(table));
    }

    /** Stops where there are so many that they are not counted. */
    private static String counted(String rows) {
        return "select count(*) as rows from (select 1" + rows + " limit :most + 1) counted";
    }

    static String names(ClinicTable table) {
        return "select t.id, t.last_name || ', ' || t.first_name as name" + from(table)
                + " and t.id = any (:ids::uuid[])";
    }

    private static String select(ClinicTable table, List<Column> columns, Extent extent) {
        return columns.stream()
                .map(column -> shown(column, extent) + " as " + column.name())
                .collect(joining(
                        ", ",
                        "select ",
                        table == ClinicTable.PROVIDER
                                ? ", null::uuid as its_patient"
                                : ", c.patient_id as its_patient"));
    }

    private static String from(ClinicTable table) {
        return switch (table) {
            case PROVIDER -> " from clinic.provider t where true";
            case PATIENT ->
                " from access.care_team c join clinic.patient t on t.id = c.patient_id where c.provider_id = :actor";
            case ALLERGY ->
                " from access.care_team c join clinic.allergy t on t.patient_id = c.patient_id"
                        + " where c.provider_id = :actor";
            case CHRONIC_CONDITION ->
                " from access.care_team c join clinic.chronic_condition t on t.patient_id = c.patient_id"
                        + " where c.provider_id = :actor";
            case APPOINTMENT ->
                " from access.care_team c join clinic.appointment t on t.patient_id = c.patient_id"
                        + " where c.provider_id = :actor";
            case MEDICAL_RECORD ->
                " from access.care_team c join clinic.appointment a on a.patient_id = c.patient_id"
                        + " join clinic.medical_record t on t.appointment_id = a.id where c.provider_id = :actor";
            case VITAL_SIGNS ->
                " from access.care_team c join clinic.appointment a on a.patient_id = c.patient_id"
                        + " join clinic.vital_signs t on t.appointment_id = a.id where c.provider_id = :actor";
            case SYMPTOM ->
                " from access.care_team c join clinic.appointment a on a.patient_id = c.patient_id"
                        + " join clinic.medical_record r on r.appointment_id = a.id"
                        + " join clinic.symptom t on t.medical_record_id = r.id where c.provider_id = :actor";
            case PRESCRIPTION ->
                " from access.care_team c join clinic.appointment a on a.patient_id = c.patient_id"
                        + " join clinic.medical_record r on r.appointment_id = a.id"
                        + " join clinic.prescription t on t.medical_record_id = r.id where c.provider_id = :actor";
        };
    }

    /** What is not to be seen cannot be filtered by either, or trying would tell it. */
    private static String value(Column column) {
        return column.ownOnly() ? "case when t.id = :actor then t." + column.name() + " end" : "t." + column.name();
    }

    private static String shown(Column column, Extent extent) {
        return switch (column.kind()) {
            case ID, WHOLE, DECIMAL, DATE, FLAG, LABEL -> value(column) + "::text";
            case TEXT -> value(column);
            case LONG_TEXT ->
                switch (extent) {
                    case BEGINNING -> "left(" + value(column) + ", " + TableRow.BEGINNING + ")";
                    case CHART ->
                        column.name().equals("ai_transcript") ? "left(" + value(column) + ", 1)" : value(column);
                    case ALL -> value(column);
                };
            case INSTANT -> "clinic.instant_text(" + value(column) + ")";
        };
    }

    private static String filters(TableQuery query) {
        return IntStream.range(0, query.filters().size())
                .mapToObj(i -> " and " + filter(query.filters().get(i), ":value" + i))
                .collect(joining());
    }

    private static String filter(Filter filter, String parameter) {
        var column = filter.column();
        var typed = parameter + "::" + column.kind().type();
        return switch (filter.comparison()) {
            case EQUALS -> (column.kind() == Kind.LABEL ? value(column) + "::text" : value(column)) + " = " + typed;
            case STARTS_WITH -> "starts_with(lower(" + value(column) + "), lower(" + typed + "))";
            case BEFORE -> value(column) + " < " + typed;
            case AFTER -> value(column) + " > " + typed;
            case IS_EMPTY -> value(column) + " is null";
        };
    }

    private static String order(Sorting sorting) {
        var direction = sorting.descending() ? " desc" : "";
        return keys(sorting).stream().map(key -> "t." + key + direction).collect(joining(", "));
    }

    /**
     * As PostgreSQL sorts them, rows with nothing in the column are the greatest. What an index has in its order is compared
     * as a whole, so that a later page of patients by name or of appointments by time begins in the index where the first
     * one ended.
     */
    private static String behind(Sorting sorting, boolean nothingInKey) {
        var column = sorting.column();
        if (nothingInKey)
            return sorting.descending()
                    ? "(t." + column.name() + " is null and t.id < :id or t." + column.name() + " is not null)"
                    : "(t." + column.name() + " is null and t.id > :id)";
        var keys = keys(sorting);
        var compared = keys.stream().map(key -> "t." + key).collect(joining(", ", "(", ")"))
                + (sorting.descending() ? " < " : " > ")
                + IntStream.range(0, keys.size())
                        .mapToObj(i -> parameter(sorting, i))
                        .collect(joining(", ", "(", ")"));
        return column.required() || sorting.descending()
                ? compared
                : "(" + compared + " or t." + column.name() + " is null)";
    }

    private static String parameter(Sorting sorting, int i) {
        var key = sorting.column().order();
        if (i == key.size()) return ":id";
        return ":key" + i + "::" + type(sorting.column());
    }

    /** A label has an order of its own, which its text has not. */
    private static String type(Column column) {
        if (column.kind() != Kind.LABEL) return column.kind().type();
        return "clinic.appointment_" + column.name();
    }

    /** With the id, unless it is in the order already. */
    private static List<String> keys(Sorting sorting) {
        var keys = sorting.column().order();
        if (keys.contains("id")) return keys;
        return IntStream.rangeClosed(0, keys.size())
                .mapToObj(i -> i == keys.size() ? "id" : keys.get(i))
                .toList();
    }

    private RowStatements() {}
}
