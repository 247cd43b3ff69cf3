package org.chartroom.studio.application.out;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartroom.provider.Actor;
import org.chartroom.studio.application.IndexView;
import org.chartroom.studio.application.PlanView;
import org.chartroom.studio.application.SchemaView;
import org.chartroom.studio.application.SchemaView.ColumnView;
import org.chartroom.studio.application.SchemaView.RelationshipView;
import org.chartroom.studio.application.SchemaView.TableView;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;

/** As the tables would be described if they had what can be looked at, and an index for every order. */
public final class InMemoryCatalogue implements Catalogue {

    @Override
    public SchemaView schema(Actor by) {
        return new SchemaView(
                Stream.of(ClinicTable.values())
                        .map(table -> new TableView(
                                table.label(),
                                "",
                                table.columns().stream()
                                        .map(InMemoryCatalogue::column)
                                        .toList()))
                        .toList(),
                Stream.of(ClinicTable.values())
                        .flatMap(table -> table.pointers().stream()
                                .map(pointer -> new RelationshipView(
                                        pointer.table().label() + "_"
                                                + pointer.column().name() + "_fkey",
                                        pointer.table().label(),
                                        pointer.column().name(),
                                        table.label(),
                                        table == ClinicTable.APPOINTMENT,
                                        true,
                                        table == ClinicTable.PROVIDER ? "restrict" : "cascade")))
                        .toList());
    }

    private static ColumnView column(Column column) {
        var id = column.name().equals("id");
        return new ColumnView(
                column.name(), column.kind().type(), column.required(), id, id, column.references() != null);
    }

    @Override
    public List<IndexView> indexes(Actor by) {
        return Stream.of(ClinicTable.values())
                .flatMap(table -> table.columns().stream()
                        .filter(Column::isSortable)
                        .map(column -> new IndexView(
                                table.label() + "_" + String.join("_", column.order()) + "_idx",
                                "clinic." + table.label(),
                                "",
                                0,
                                0,
                                false,
                                true)))
                .toList();
    }

    @Override
    public Optional<PlanView> findPlan(Actor by, String index) {
        return indexes(by).stream()
                .filter(found -> found.name().equals(index))
                .findAny()
                .map(found -> new PlanView(
                        found,
                        "select 1",
                        "[{\"Plan\": {\"Node Type\": \"Index Scan\", \"Total Cost\": 1.00}}]",
                        true,
                        1,
                        2));
    }
}
