package org.chartroom.studio.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chartroom.http.Pages;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.TablePage;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Filter.Comparison;
import org.jspecify.annotations.Nullable;

/** A stretch of a table, as its page shows it. */
@Phi
record TableScreen(TableAddress address, TablePage page, Veil veil, RowId own) {

    /**
     * The head of a column.
     *
     * @param sorted how rows are sorted by it, as {@code aria-sort} has it; null when they are not
     */
    @Phi
    record Head(
            String name,
            String kind,
            @Nullable String href,
            @Nullable String sorted) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A filter that is on, with the page that is without it. */
    @Phi
    record Chip(String text, String without) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A row, with the page of its chart where it has one, and whose that is. */
    @Phi
    record Line(
            List<Cell> cells,
            @Nullable String chart,
            @Nullable String whose) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A column that can be hidden. */
    record Choice(String name, boolean shown) {}

    /** A comparison that can be chosen. */
    record Way(String value, String text) {}

    private ClinicTable table() {
        return page.query().table();
    }

    public String title() {
        return Words.title(table());
    }

    public String name() {
        return table().label();
    }

    public String path() {
        return Pages.ROOT + "/tables/" + name();
    }

    public List<Head> heads() {
        var sorting = page.query().sorting();
        return page.query().columns().stream()
                .map(column -> new Head(
                        column.name(),
                        column.kind().name().toLowerCase(Locale.ROOT),
                        column.isSortable() ? address.sortedBy(column) : null,
                        sorting.column().equals(column) ? (sorting.descending() ? "descending" : "ascending") : null))
                .toList();
    }

    public List<Line> lines() {
        var setting = new Cell.Setting(veil, page.names(), page.zone(), own, true);
        return page.rows().stream().map(row -> line(row, setting)).toList();
    }

    private Line line(TableRow row, Cell.Setting setting) {
        var patient = table() == ClinicTable.PATIENT ? row.patient() : null;
        return new Line(
                page.query().columns().stream()
                        .map(column -> Cell.of(table(), column, row, setting))
                        .toList(),
                patient == null ? null : RowScreen.chart(patient),
                patient == null ? null : Words.shortId(patient.toString()));
    }

    public List<Chip> chips() {
        return page.query().filters().stream()
                .map(filter -> new Chip(said(filter), address.without(filter)))
                .toList();
    }

    private String said(Filter filter) {
        var value = filter.column().kind().isText() || filter.column().name().equals("date_of_birth")
                ? veil.over(filter.value())
                : filter.value();
        if (filter.column().kind() == Column.Kind.ID) value = Words.shortId(value);
        return filter.column().name() + " " + way(filter.comparison()) + (value.isEmpty() ? "" : " " + value);
    }

    private static String way(Comparison comparison) {
        return switch (comparison) {
            case EQUALS -> "is";
            case STARTS_WITH -> "starts with";
            case BEFORE -> "before";
            case AFTER -> "after";
            case IS_EMPTY -> "is empty";
        };
    }

    /** What a form has to send along, so that nothing of the address is lost; texts are not veiled there. */
    public List<String> filters() {
        return page.query().filters().stream().map(TableAddress::text).toList();
    }

    public @Nullable String sort() {
        var sorting = page.query().sorting();
        return sorting.equals(table().sorting()) ? null : TableAddress.sort(sorting);
    }

    public @Nullable String hide() {
        return page.query().hidden().isEmpty()
                ? null
                : String.join(",", page.query().hidden());
    }

    public int limit() {
        return page.query().limit();
    }

    public List<Choice> choices() {
        return table().columns().stream()
                .filter(column -> !column.name().equals("id"))
                .map(column -> new Choice(column.name(), !page.query().hidden().contains(column.name())))
                .toList();
    }

    public List<String> columns() {
        return table().columns().stream().map(Column::name).toList();
    }

    /** The column that rows are sorted by unless somebody says otherwise, which is looked for most often too. */
    public String likely() {
        return table().sorting().column().name();
    }

    public List<Way> ways() {
        return Stream.of(Comparison.values())
                .map(comparison -> new Way(comparison.toString(), way(comparison)))
                .toList();
    }

    /** Null when this is it. */
    public @Nullable String first() {
        return page.query().from() == null ? null : address.firstPage();
    }

    public @Nullable String previous() {
        return page.before() && !page.rows().isEmpty()
                ? address.before(page.rows().getFirst().id())
                : null;
    }

    public @Nullable String next() {
        return page.after() && !page.rows().isEmpty()
                ? address.behind(page.rows().getLast().id(), page.rows().size())
                : null;
    }

    /** Which rows these are. */
    public String range() {
        if (page.rows().isEmpty()) return "No rows";
        var last = address.first() + page.rows().size() - 1;
        return "Rows " + Words.number(address.first()) + "–" + Words.number(last);
    }

    /** So that nobody takes them for missing. */
    public int hiddenColumns() {
        return page.query().hidden().size();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
