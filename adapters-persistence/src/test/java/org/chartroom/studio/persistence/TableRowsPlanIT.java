package org.chartroom.studio.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Sorting;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a page of a large table is read by an index, the first one and one far behind it. */
class TableRowsPlanIT {

    private static final UUID OKAFOR = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void aLargeClinic() {
        var owner = JdbcClient.create(DATABASE.owner());
        owner.sql("""
                insert into clinic.provider (id, email, password_hash, first_name, last_name)
                select ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@b', '!', 'A', 'B'
                  from generate_series(1, 2) n
                """).update();
        owner.sql("""
                insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                select ('00000000-0000-4000-8000-00000000000' || n % 2 + 1)::uuid, 'A', md5(n::text), date '1990-01-01', 'other'
                  from generate_series(1, 20000) n
                """).update();
        owner.sql("vacuum analyze").update();
    }

    @Test
    void theFirstPageOfPatientsIsReadInItsOrder() {
        assertThat(plan(TableQuery.of(ClinicTable.PATIENT, 50)))
                .contains("patient_last_name_first_name_idx")
                .doesNotContain("Seq Scan on patient");
    }

    @Test
    void aLaterPageBeginsWhereTheFirstEnded() {
        var query = new TableQuery(
                ClinicTable.PATIENT,
                Set.of(),
                List.of(),
                new Sorting(ClinicTable.PATIENT.column("last_name"), false),
                50,
                new RowId(OKAFOR),
                false);

        assertThat(plan(query))
                .containsPattern("Index Cond: \\(ROW\\(last_name, first_name\\) >= ROW")
                .doesNotContain("Seq Scan on patient");
    }

    private static String plan(TableQuery query) {
        return String.join(
                "\n",
                JdbcClient.create(DATABASE.appAs(OKAFOR))
                        .sql("explain " + RowStatements.page(query, false))
                        .param("actor", OKAFOR)
                        .param("key0", "m")
                        .param("key1", "A")
                        .param("id", OKAFOR)
                        .param("limit", 51)
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}
