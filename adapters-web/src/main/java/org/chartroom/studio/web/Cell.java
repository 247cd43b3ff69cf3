package org.chartroom.studio.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chartroom.http.Pages;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.jspecify.annotations.Nullable;

/**
 * What stands where a row and a column meet.
 *
 * @param kind   how it looks, as a class of the style sheet
 * @param text   what is read
 * @param more   what is read when the pointer rests on it; null for nothing more
 * @param href   the page that it leads to; null for none
 * @param copied what a button copies; null for no button
 */
@Phi
record Cell(
        String kind,
        String text,
        @Nullable String more,
        @Nullable String href,
        @Nullable String copied) {

    /**
     * What cells of a page have in common.
     *
     * @param own the row of whoever looks
     */
    @Phi
    record Setting(Veil veil, Map<RowId, String> names, ZoneId zone, RowId own, boolean folded) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    static Cell of(ClinicTable table, Column column, TableRow row, Setting setting) {
        var value = row.cell(column.name());
        if (value == null) return nothing(column.ownOnly() && !row.id().equals(setting.own()));
        return switch (column.kind()) {
            case ID -> id(table, column, value, setting);
            case TEXT -> text(veil(table, setting).over(value));
            case LONG_TEXT -> longText(veil(table, setting).over(value), setting);
            case LABEL -> new Cell("label label-" + value, Words.label(value), null, null, null);
            case WHOLE, DECIMAL -> new Cell("number", value, null, null, null);
            case DATE ->
                column.name().equals("date_of_birth") && setting.veil().isDown()
                        ? text(Veil.HIDDEN)
                        : new Cell("time", Words.day(LocalDate.parse(value)), value, null, null);
            case INSTANT -> new Cell("time", Words.minute(Instant.parse(value), setting.zone()), value, null, null);
            case FLAG -> flag(column, value.equals("true"));
        };
    }

    /** Colleagues are known to each other. */
    private static Veil veil(ClinicTable table, Setting setting) {
        return table == ClinicTable.PROVIDER ? Veil.UP : setting.veil();
    }

    private static Cell nothing(boolean withheld) {
        return new Cell("nothing", withheld ? "not yours to see" : "–", null, null, null);
    }

    private static Cell text(String text) {
        return new Cell("text", text, null, null, null);
    }

    private static Cell longText(String text, Setting setting) {
        var cut = setting.folded() && text.codePointCount(0, text.length()) >= TableRow.BEGINNING;
        return new Cell(setting.folded() ? "long" : "whole", cut ? text + "…" : text, null, null, null);
    }

    private static Cell flag(Column column, boolean set) {
        var scribe = column.name().equals("ai_generated");
        if (!set) return new Cell("flag", "no", null, null, null);
        return new Cell(scribe ? "ai" : "flag", scribe ? "AI proposed" : "yes", null, null, null);
    }

    private static Cell id(ClinicTable table, Column column, String id, Setting setting) {
        var points = column.references();
        var name = points == null ? null : setting.names().get(new RowId(UUID.fromString(id)));
        if (points == ClinicTable.PATIENT) name = setting.veil().overAny(name);
        return new Cell(
                points == null ? "id" : "reference",
                name == null ? Words.shortId(id) : name,
                id,
                address(points == null ? table : points, id),
                id);
    }

    /** What kind it is, without which of them. */
    public String look() {
        return kind.split(" ", 2)[0];
    }

    /** Of the page of a row. */
    static String address(ClinicTable table, String id) {
        return Pages.ROOT + "/tables/" + table.label() + "/" + id;
    }

    /** Of what every row has. */
    static String required(TableRow row, String column) {
        return Objects.requireNonNull(row.cell(column), column);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
