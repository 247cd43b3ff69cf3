package org.chartroom.patient.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chartroom.jdbc.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether row-level security leaves the indexes to the lists that they were made for. */
class PatientPlanIT {

    private static final UUID OKAFOR = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void aClinicOfSomeSize() {
        var owner = JdbcClient.create(DATABASE.owner());
        owner.sql("""
                insert into clinic.provider (id, email, password_hash, first_name, last_name)
                select ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@b', '!', 'A', 'B'
                  from generate_series(1, 4) n
                """).update();
        owner.sql("""
                insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                select ('00000000-0000-4000-8000-00000000000' || n % 4 + 1)::uuid, 'A', md5(n::text), date '1990-01-01', 'other'
                  from generate_series(1, 8000) n
                """).update();
        owner.sql("analyze").update();
    }

    @Test
    void aListIsReadInItsOrder() {
        assertThat(plan(PatientPages.OWN))
                .contains("Index Scan using patient_provider_id_last_name_first_name_id_idx")
                .doesNotContain("Sort");
    }

    @Test
    void theNextPageBeginsWhereTheOneBeforeEnded() {
        var plan = plan(PatientPages.OWN_NEXT);

        assertThat(plan)
                .containsPattern(
                        "Index Scan using patient_provider_id_last_name_first_name_id_idx.*\\s+Index Cond: .*ROW\\(.*last_name, .*first_name, .*id\\) > ROW");
        assertThat(plan.substring(plan.indexOf("Nested Loop")))
                .as("only the page itself is sorted")
                .contains("Limit")
                .doesNotContain("Sort");
    }

    @Test
    void aNameLeadsToItsPatients() {
        assertThat(plan(PatientPages.OWN_NAMED))
                .containsPattern(
                        "Index (Only )?Scan (on|using) name_term_provider_id_term_idx.*\\s+Index Cond: .*term >= .*term < ")
                .doesNotContain("Seq Scan on name_term", "Seq Scan on patient");
    }

    private static String plan(String statement) {
        return String.join(
                "\n",
                JdbcClient.create(DATABASE.appAs(OKAFOR))
                        .sql("explain " + statement)
                        .param("actor", OKAFOR)
                        .param("name", "abc")
                        .param("phones", null)
                        .param("email", null)
                        .param("bornOn", null)
                        .param("lastName", "")
                        .param("firstName", "")
                        .param("id", new UUID(0, 0))
                        .param("limit", 26)
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}
