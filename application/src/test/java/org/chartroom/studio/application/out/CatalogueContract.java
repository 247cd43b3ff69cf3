package org.chartroom.studio.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;

import java.util.stream.Stream;
import org.chartroom.studio.application.IndexView;
import org.chartroom.studio.application.SchemaView.ColumnView;
import org.chartroom.studio.application.SchemaView.RelationshipView;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.junit.jupiter.api.Test;

/** What every {@link Catalogue} must tell; run by the in-memory and the PostgreSQL implementation alike. */
public abstract class CatalogueContract {

    protected abstract Catalogue catalogue();

    @Test
    void theTablesAreThoseThatCanBeLookedAt() {
        var schema = catalogue().schema(DR_OKAFOR);

        assertThat(schema.tables())
                .extracting(table -> table.name())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ClinicTable.values()).map(ClinicTable::label).toList());
    }

    @Test
    void theColumnsAreThoseThatCanBeLookedAtAndThePasswordHash() {
        var schema = catalogue().schema(DR_OKAFOR);

        for (var table : ClinicTable.values()) {
            var known = schema.tables().stream()
                    .filter(each -> each.name().equals(table.label()))
                    .findAny()
                    .orElseThrow()
                    .columns()
                    .stream()
                    .filter(column -> !column.name().equals("password_hash"))
                    .toList();
            assertThat(known)
                    .as(table.label())
                    .extracting(ColumnView::name)
                    .containsExactlyElementsOf(
                            table.columns().stream().map(Column::name).toList());
            assertThat(known)
                    .as(table.label())
                    .extracting(ColumnView::required)
                    .containsExactlyElementsOf(
                            table.columns().stream().map(Column::required).toList());
        }
    }

    @Test
    void theRelationshipsAreThoseThatAreFollowed() {
        assertThat(catalogue().schema(DR_OKAFOR).relationships())
                .extracting(RelationshipView::from, RelationshipView::column, RelationshipView::to)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ClinicTable.values())
                        .flatMap(table -> table.pointers().stream()
                                .map(pointer -> tuple(
                                        pointer.table().label(),
                                        pointer.column().name(),
                                        table.label())))
                        .toList());
    }

    @Test
    void whatSumsUpAVisitIsSingleAndEverythingButAProviderTakesItsOwnAlong() {
        assertThat(catalogue().schema(DR_OKAFOR).relationships()).allSatisfy(line -> {
            assertThat(line.required()).isTrue();
            assertThat(line.single()).isEqualTo(line.column().equals("appointment_id"));
            assertThat(line.onDelete()).isEqualTo(line.to().equals("provider") ? "restrict" : "cascade");
        });
    }

    @Test
    void everyIndexWithAQueryHasAPlan() {
        var explained = catalogue().indexes(DR_OKAFOR).stream()
                .filter(IndexView::explained)
                .toList();

        assertThat(explained).hasSizeGreaterThanOrEqualTo(10).allSatisfy(index -> {
            var plan = catalogue().findPlan(DR_OKAFOR, index.name()).orElseThrow();
            assertThat(plan.index().name()).isEqualTo(index.name());
            assertThat(plan.statement()).startsWith("select ");
            assertThat(plan.json()).contains("\"Plan\"");
            assertThat(plan.with()).isPositive();
        });
    }

    @Test
    void anIndexThatThereIsNotHasNoPlan() {
        assertThat(catalogue().findPlan(DR_OKAFOR, "patient_shoe_size_idx")).isEmpty();
    }
}
