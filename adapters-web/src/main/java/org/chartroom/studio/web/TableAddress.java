package org.chartroom.studio.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.chartroom.http.MalformedRequest;
import org.chartroom.http.Pages;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Filter.Comparison;
import org.chartroom.studio.domain.Sorting;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which stretch of a table is looked at, as an address says it, so that it can be shared and gone back to:
 * {@code ?sort=-appointment_date&filter=status.equals.completed&hide=notes&after=…}.
 *
 * @param first the number of the first row, as far as somebody has paged there; it is shown and nothing more
 */
@Phi
record TableAddress(TableQuery query, int first) {

    static final int USUAL_LIMIT = 50;

    /** Says on the page that a filter was not taken. */
    static final String REFUSED = "refused";

    private static final int MOST_FILTERS = 5;
    private static final int FILTER_PARTS = 3;

    /** @throws org.chartroom.kernel.Refusal when it says what cannot be */
    static TableAddress of(ClinicTable table, MultiValueMap<String, String> parameters) {
        var after = parameters.getFirst("after");
        var before = parameters.getFirst("before");
        var from = after == null ? before : after;
        var query = new TableQuery(
                table,
                hidden(table, parameters),
                filters(table, parameters),
                sorting(table, parameters.getFirst("sort")),
                number("limit", parameters.getFirst("limit"), USUAL_LIMIT),
                from == null ? null : new RowId(id(from)),
                after == null && before != null);
        return new TableAddress(query, Math.max(1, number("row", parameters.getFirst("row"), 1)));
    }

    /** Whether a form has sent what an address says otherwise. */
    static boolean isForm(MultiValueMap<String, String> parameters) {
        return parameters.containsKey("column") || parameters.containsKey("show");
    }

    /** Where a form leads: to the first page of what it asks for, or of what there was before if its filter does not fit. */
    static String ofForm(ClinicTable table, MultiValueMap<String, String> parameters) {
        try {
            return of(table, parameters).firstPage();
        } catch (InvalidInput | MalformedRequest unfit) {
            var before = new LinkedMultiValueMap<>(parameters);
            before.remove("column");
            var address = of(table, before).firstPage();
            return address + (address.contains("?") ? "&" : "?") + REFUSED + "=filter";
        }
    }

    private static Set<String> hidden(ClinicTable table, MultiValueMap<String, String> parameters) {
        var hidden = new LinkedHashSet<String>();
        var shown = parameters.get("show");
        if (shown != null)
            for (var column : table.columns()) {
                if (!shown.contains(column.name()) && !column.name().equals("id")) hidden.add(column.name());
            }
        for (var names : parameters.getOrDefault("hide", List.of()))
            for (var name : names.split(",", -1)) hidden.add(table.column(name).name());
        return hidden;
    }

    private static List<Filter> filters(ClinicTable table, MultiValueMap<String, String> parameters) {
        var filters = new ArrayList<Filter>();
        for (var filter : parameters.getOrDefault("filter", List.of())) {
            var parts = filter.split("\\.", FILTER_PARTS);
            if (parts.length < 2) throw new MalformedRequest("filter", "must name a column and a comparison");
            filters.add(filter(table, parts[0], parts[1], parts.length < FILTER_PARTS ? "" : parts[2]));
        }
        var column = parameters.getFirst("column");
        if (column != null && !column.isEmpty()) {
            var value = typed(table.column(column), text(parameters.getFirst("value")));
            filters.add(filter(table, column, text(parameters.getFirst("comparison")), value));
        }
        if (filters.size() > MOST_FILTERS) throw new MalformedRequest("filter", "at most " + MOST_FILTERS + " of them");
        return filters;
    }

    /** A label and a yes may be typed as they are shown. */
    private static String typed(Column column, String value) {
        var shown = value.strip().toLowerCase(Locale.ROOT);
        return switch (column.kind()) {
            case LABEL -> shown.replace(' ', '_');
            case FLAG -> shown.equals("yes") ? "true" : shown.equals("no") ? "false" : shown;
            default -> value;
        };
    }

    private static String text(@Nullable String parameter) {
        return parameter == null ? "" : parameter;
    }

    private static Filter filter(ClinicTable table, String column, String comparison, String value) {
        for (var known : Comparison.values())
            if (known.toString().equals(comparison)) return new Filter(table.column(column), known, value);
        throw new MalformedRequest("filter", "must be a comparison that there is");
    }

    private static Sorting sorting(ClinicTable table, @Nullable String sort) {
        if (sort == null || sort.isEmpty()) return table.sorting();
        return sort.startsWith("-")
                ? new Sorting(table.column(sort.substring(1)), true)
                : new Sorting(table.column(sort), false);
    }

    private static int number(String name, @Nullable String text, int otherwise) {
        if (text == null || text.isEmpty()) return otherwise;
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new MalformedRequest(name, "must be a whole number");
        }
    }

    static UUID id(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text.toLowerCase(Locale.ROOT))) return id;
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new MalformedRequest("id", "must be a UUID");
    }

    /** The first page of it. */
    String firstPage() {
        return address(query.table(), query.hidden(), query.filters(), query.sorting(), query.limit(), "");
    }

    String behind(RowId last, int rows) {
        return address(
                query.table(),
                query.hidden(),
                query.filters(),
                query.sorting(),
                query.limit(),
                "after=" + last + "&row=" + (first + rows));
    }

    String before(RowId firstRow) {
        return address(
                query.table(),
                query.hidden(),
                query.filters(),
                query.sorting(),
                query.limit(),
                "before=" + firstRow + "&row=" + Math.max(1, first - query.limit()));
    }

    /** By that column, and the other way round where it is in that order already. */
    String sortedBy(Column column) {
        var again = query.sorting().column().equals(column);
        return address(
                query.table(),
                query.hidden(),
                query.filters(),
                again ? query.sorting().reversed() : new Sorting(column, false),
                query.limit(),
                "");
    }

    String without(Filter filter) {
        return address(
                query.table(),
                query.hidden(),
                query.filters().stream().filter(each -> !each.equals(filter)).toList(),
                query.sorting(),
                query.limit(),
                "");
    }

    /** The rows that point to one, and all of their columns. */
    static String pointing(ClinicTable.Pointer pointer, RowId to) {
        return address(
                pointer.table(),
                Set.of(),
                List.of(new Filter(pointer.column(), Comparison.EQUALS, to.toString())),
                pointer.table().sorting(),
                USUAL_LIMIT,
                "");
    }

    static String sort(Sorting sorting) {
        return (sorting.descending() ? "-" : "") + sorting.column().name();
    }

    static String text(Filter filter) {
        var comparison = filter.column().name() + "." + filter.comparison();
        return filter.value().isEmpty() ? comparison : comparison + "." + filter.value();
    }

    /** What is as usual is not said. */
    private static String address(
            ClinicTable table, Set<String> hidden, List<Filter> filters, Sorting sorting, int limit, String place) {
        var address = UriComponentsBuilder.fromPath(Pages.ROOT + "/tables/" + table.label());
        var values = new ArrayList<Object>();
        for (var filter : filters) {
            address.queryParam("filter", "{filter}");
            values.add(text(filter));
        }
        if (!sorting.equals(table.sorting())) address.queryParam("sort", sort(sorting));
        if (!hidden.isEmpty()) address.queryParam("hide", String.join(",", hidden));
        if (limit != USUAL_LIMIT) address.queryParam("limit", limit);
        if (!place.isEmpty()) address.query(place);
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
