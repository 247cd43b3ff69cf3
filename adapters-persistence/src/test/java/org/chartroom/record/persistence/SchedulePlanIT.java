package org.chartroom.record.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.chartroom.jdbc.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchedulePlanIT {

    private static final UUID PROVIDER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    /** Twenty providers, each with 400 patients and 20 appointments a day for 40 days, all written up. */
    @BeforeAll
    static void aClinicOfSomeSize() {
        var owner = JdbcClient.create(DATABASE.owner());
        owner.sql("""
                insert into clinic.provider (id, email, password_hash, first_name, last_name)
                select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'a@b' || n, '!', 'A', 'B'
                  from generate_series(1, 20) n
                """).update();
        owner.sql("""
                with patient as (
                    insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                    select p.id, 'A', 'B', date '1990-01-01', 'other'
                      from clinic.provider p, generate_series(1, 400)
                    returning id, provider_id
                ), appointment as (
                    insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type, status)
                    select id, provider_id,
                           timestamptz '2030-03-01 08:00+00' + (n / 20) * interval '1 day' + (n % 20) * interval '20 minutes',
                           'follow_up', 'completed'
                      from (select id, provider_id, row_number() over (partition by provider_id) + turn * 400 as n
                              from patient, generate_series(0, 1) turn) numbered
                    returning id
                ), vital_signs as (
                    insert into clinic.vital_signs (appointment_id, heart_rate) select id, 70 from appointment
                )
                insert into clinic.medical_record (appointment_id, chief_complaint, subjective, objective, assessment, plan)
                select id, 'Cough', '', '', '', '' from appointment
                """).update();
        owner.sql("analyze").update();
    }

    @Test
    void aDayIsReadWithoutLookingThroughAnyTable() {
        var plan = String.join(
                "\n",
                JdbcClient.create(DATABASE.appAs(PROVIDER))
                        .sql("explain " + JdbcSchedules.SCHEDULE)
                        .param("actor", PROVIDER)
                        .param("from", OffsetDateTime.parse("2030-03-04T00:00:00Z"))
                        .param("to", OffsetDateTime.parse("2030-03-05T00:00:00Z"))
                        .query((row, _) -> row.getString(1))
                        .list());

        assertThat(plan.replaceAll("Seq Scan on appointment_length", "the five lengths"))
                .contains("Index")
                .doesNotContain("Seq Scan", "hashed SubPlan");
    }
}
