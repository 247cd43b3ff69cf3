package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a hundred thousand times taken, a booking still looks at those of its hour alone. */
class BookingPlanIT {

    private static final UUID PROVIDER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.blank();

    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

    /** Written at version 6, where there is no trigger yet, and taken over by the migration. */
    @BeforeAll
    static void aClinicWithYearsOfAppointments() {
        var schema = new Schema(DATABASE.migration());
        schema.migrateTo(MigrationVersion.fromVersion("6"));
        OWNER.sql("""
                with provider as (
                    insert into clinic.provider (id, email, password_hash, first_name, last_name)
                    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@b', '!', 'A', 'B'
                      from generate_series(1, 5) n
                    returning id
                ), patient as (
                    insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                    select id, 'A', 'B', date '1990-01-01', 'other'
                      from provider
                    returning id, provider_id
                )
                insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type)
                select id, provider_id, timestamptz '2030-03-04 08:00+00' + n * interval '20 minutes', 'follow_up'
                  from patient, generate_series(1, 20000) n
                """).update();
        schema.migrate();
        OWNER.sql("analyze").update();
    }

    @Test
    void whatIsInTheWayIsFoundByTheIndex() {
        assertThat(
                        taken(
                                "select appointment_id from booking.busy where provider_id = :provider and during && :time::tstzrange and appointment_id <> gen_random_uuid()"))
                .contains("Index Scan")
                .contains("&&")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theFreeTimesOfADayAreFoundByTheIndex() {
        assertThat(
                        taken(
                                "select unnest(range_agg(b.during)) from booking.busy b where b.provider_id = :provider and b.during && :time::tstzrange"))
                .contains("Index")
                .contains("&&")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aHundredThousandTimesAreTaken() {
        assertThat(OWNER.sql("select count(*) from booking.busy where not overbooked")
                        .query(Integer.class)
                        .single())
                .isEqualTo(100_000);
    }

    private static String taken(String query) {
        return String.join(
                "\n",
                OWNER.sql("explain " + query)
                        .param("provider", PROVIDER)
                        .param("time", "[2030-03-04 09:00+00, 2030-03-04 09:20+00)")
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}
