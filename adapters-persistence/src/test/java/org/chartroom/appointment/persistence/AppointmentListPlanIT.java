package org.chartroom.appointment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.chartroom.jdbc.Columns;
import org.chartroom.jdbc.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of a list costs what the first does. */
class AppointmentListPlanIT {

    private static final UUID PROVIDER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID PATIENT = UUID.fromString("00000000-0000-4000-8000-000000001001");

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void fiveProvidersWithFourThousandAppointmentsEach() {
        var owner = JdbcClient.create(DATABASE.owner());
        owner.sql("""
                with provider as (
                    insert into clinic.provider (id, email, password_hash, first_name, last_name)
                    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@b', '!', 'A', 'B'
                      from generate_series(1, 5) n
                    returning id
                ), patient as (
                    insert into clinic.patient (id, provider_id, first_name, last_name, date_of_birth, sex)
                    select (left(id::text, 28) || lpad(n::text, 4, '0') || lpad(right(id::text, 1), 4, '0'))::uuid,
                           id, 'A', 'B', date '1990-01-01', 'other'
                      from provider, generate_series(1, 100) n
                    returning id, provider_id
                )
                insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type, status)
                select id, provider_id, timestamptz '2030-03-04 08:00+00' + n * interval '20 minutes', 'follow_up', 'completed'
                  from patient, generate_series(1, 40) n
                """).update();
        owner.sql("analyze").update();
    }

    @Test
    void thePageOfAProviderIsReadInItsOrder() {
        assertThat(plan(JdbcAppointmentViews.PAGE_OF_ACTOR))
                .contains("appointment_provider_id_appointment_date_id_idx")
                .doesNotContain("Seq Scan on appointment", "Sort");
    }

    @Test
    void thePageOfAPatientLooksAtThatPatientAlone() {
        assertThat(plan(JdbcAppointmentViews.PAGE_OF_PATIENT))
                .contains("appointment_patient_id_idx")
                .doesNotContain("Seq Scan on appointment");
    }

    private static String plan(String page) {
        var statement = JdbcClient.create(DATABASE.appAs(PROVIDER))
                .sql("explain " + page)
                .param("actor", PROVIDER)
                .param("from", Columns.timestamptz(Instant.parse("1900-01-01T00:00:00Z")))
                .param("to", Columns.timestamptz(Instant.parse("2200-01-01T00:00:00Z")))
                .param("afterAt", Columns.timestamptz(Instant.parse("2030-03-04T12:00:00Z")))
                .param("afterId", new UUID(0, 0))
                .param("statuses", new String[] {"completed"})
                .param("limit", 26);
        if (page.contains(":patient")) statement = statement.param("patient", PATIENT);
        return String.join("\n", statement.query((row, _) -> row.getString(1)).list());
    }
}
