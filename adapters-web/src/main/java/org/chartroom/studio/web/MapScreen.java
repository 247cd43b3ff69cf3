package org.chartroom.studio.web;

import java.util.List;
import java.util.stream.Collectors;
import org.chartroom.studio.application.SchemaView;
import org.chartroom.studio.application.SchemaView.ColumnView;
import org.springframework.web.util.HtmlUtils;

/** The map of the tables, as its page shows it: drawn, and in words. */
record MapScreen(SchemaView schema, MapDrawing drawing) {

    /** A table in words; {@code columns} is the list's HTML, made here for the reason that {@link MapDrawing.Box#rows} is. */
    record Card(String name, String comment, String columns) {}

    /** A relationship in words. */
    record Relationship(String to, String from, String column, String cardinality, String onDelete) {}

    static MapScreen of(SchemaView schema) {
        return new MapScreen(schema, MapDrawing.of(schema));
    }

    public List<Card> cards() {
        return schema.tables().stream()
                .map(table -> new Card(
                        table.name(),
                        table.comment(),
                        table.columns().stream().map(MapScreen::said).collect(Collectors.joining("", "<ul>", "</ul>"))))
                .toList();
    }

    private static String said(ColumnView column) {
        return "<li><b>" + HtmlUtils.htmlEscape(column.name()) + "</b> " + HtmlUtils.htmlEscape(column.type())
                + (column.primaryKey() ? ", primary key" : "")
                + (column.foreignKey() ? ", foreign key" : "")
                + (column.unique() ? ", unique" : "")
                + (column.required() ? ", required" : "")
                + "</li>";
    }

    public List<Relationship> relationships() {
        return schema.relationships().stream()
                .map(line -> new Relationship(
                        line.to(), line.from(), line.column(), MapDrawing.cardinality(line), line.onDelete()))
                .toList();
    }
}
