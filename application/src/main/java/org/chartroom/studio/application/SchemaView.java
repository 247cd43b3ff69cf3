package org.chartroom.studio.application;

import java.util.List;

/** The clinic's tables as the database describes them. */
public record SchemaView(List<TableView> tables, List<RelationshipView> relationships) {

    /**
     * A table.
     *
     * @param comment what the database says that it is for; empty when it does not
     */
    public record TableView(String name, String comment, List<ColumnView> columns) {}

    /**
     * A column.
     *
     * @param type as the database calls it, without the schema
     */
    public record ColumnView(
            String name, String type, boolean required, boolean primaryKey, boolean unique, boolean foreignKey) {}

    /**
     * A foreign key.
     *
     * @param from     the table that it points from, by {@code column}
     * @param single   whether at most one row points to the same one
     * @param required whether each row has to point to one
     * @param onDelete what becomes of the rows that point to one which is deleted: {@code cascade}, {@code restrict} or
     *                 another word of SQL
     */
    public record RelationshipView(
            String name, String from, String column, String to, boolean single, boolean required, String onDelete) {}
}
