package org.chartroom.studio.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;

import java.util.stream.Stream;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.studio.application.IndexView;
import org.chartroom.studio.application.out.Catalogue;
import org.chartroom.studio.application.out.CatalogueContract;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcCatalogueIT extends CatalogueContract {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final Store STORE = Store.over(DATABASE);

    @Override
    protected Catalogue catalogue() {
        return STORE.port(Catalogue.class);
    }

    @Test
    void whateverRowsAreSortedByIsTheFirstColumnOfAnIndex() {
        var definitions = catalogue().indexes(DR_OKAFOR).stream()
                .map(IndexView::definition)
                .toList();

        for (var table : ClinicTable.values())
            for (var column : table.columns())
                if (column.isSortable())
                    assertThat(definitions)
                            .as(table.label() + "." + column.name())
                            .anyMatch(definition -> definition.contains(" ON clinic." + table.label() + " USING btree ("
                                    + String.join(", ", column.order())));
    }

    @Test
    void everyColumnIsOfTheTypeInWhichItIsCompared() {
        var live =
                JdbcClient.create(DATABASE.owner()).sql("""
                        select table_name || '.' || column_name || ' ' || data_type
                          from information_schema.columns
                         where table_schema = 'clinic'
                           and column_name <> 'password_hash'
                        """).query(String.class).list();

        assertThat(live)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ClinicTable.values())
                        .flatMap(table -> table.columns().stream()
                                .map(column -> table.label() + "." + column.name() + " "
                                        + (column.kind() == Column.Kind.LABEL
                                                ? "USER-DEFINED"
                                                : column.kind().type())))
                        .toList());
    }

    /**
     * What the ticket asks for. A comparison of statuses is not leakproof, so the policies keep it from the index; the two of
     * a provider alone are left out, since a longer one serves their query as well.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            patient_last_name_first_name_idx,   true
            patient_phone_idx,                  true
            patient_email_idx,                  true
            appointment_patient_id_idx,         true
            appointment_appointment_date_idx,   true
            appointment_status_idx,             false
            symptom_medical_record_id_idx,      true
            prescription_medical_record_id_idx, true
            """)
    void anIndexOfTheTicketServesItsQuery(String index, boolean used) {
        assertThat(catalogue().findPlan(DR_OKAFOR, index))
                .hasValueSatisfying(
                        plan -> assertThat(plan.used()).as(plan.json()).isEqualTo(used));
    }

    @Test
    void theLabelsAreThoseOfTheEnums() {
        var live =
                JdbcClient.create(DATABASE.owner()).sql("""
                        select t.relname || '.' || a.attname || ' ' || string_agg(e.enumlabel, ',' order by e.enumsortorder)
                          from pg_catalog.pg_enum      e
                          join pg_catalog.pg_attribute a on a.atttypid = e.enumtypid and a.attnum > 0
                          join pg_catalog.pg_class     t on t.oid = a.attrelid and t.relkind = 'r'
                          join pg_catalog.pg_namespace s on s.oid = t.relnamespace and s.nspname = 'clinic'
                         group by t.relname, a.attname
                        """).query(String.class).list();

        assertThat(live)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ClinicTable.values())
                        .flatMap(table -> table.columns().stream()
                                .filter(column -> column.kind() == Column.Kind.LABEL)
                                .map(column ->
                                        table.label() + "." + column.name() + " " + String.join(",", column.labels())))
                        .toList());
    }
}
