package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes with a row that is deleted, and what holds it back. */
class CascadeIT {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    @BeforeEach
    void oneOfEach() {
        DATABASE.empty();
        OneOfEach.insertInto(DATABASE.owner());
    }

    @Test
    void withAPatientGoesEverythingThatIsKnownOfHim() {
        jdbc.sql("delete from clinic.patient").update();

        assertThat(emptyTables())
                .containsExactly(
                        "patient",
                        "allergy",
                        "chronic_condition",
                        "appointment",
                        "medical_record",
                        "symptom",
                        "prescription",
                        "vital_signs");
    }

    @Test
    void withAnAppointmentGoWhatWasWrittenAndMeasuredThere() {
        jdbc.sql("delete from clinic.appointment").update();

        assertThat(emptyTables())
                .containsExactly("appointment", "medical_record", "symptom", "prescription", "vital_signs");
    }

    @Test
    void withAMedicalRecordGoItsSymptomsAndPrescriptions() {
        jdbc.sql("delete from clinic.medical_record").update();

        assertThat(emptyTables()).containsExactly("medical_record", "symptom", "prescription");
    }

    @Test
    void onePatientGoesAloneAndAnotherOneStays() {
        jdbc.sql("update clinic.provider set email = 'other@clinic.example'").update();
        OneOfEach.insertInto(DATABASE.owner());

        jdbc.sql("delete from clinic.patient where id = (select id from clinic.patient limit 1)")
                .update();

        assertThat(emptyTables()).isEmpty();
    }

    @Test
    void aProviderWithPatientsStays() {
        assertThatThrownBy(() -> jdbc.sql("delete from clinic.provider").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("patient_provider_id_fkey");
    }

    @Test
    void aProviderWhoOnlySeesTheAppointmentsOfAColleaguesPatientStays() {
        jdbc.sql("""
                with colleague as (
                    insert into clinic.provider (email, password_hash, first_name, last_name)
                    values ('bo@clinic.example', '{noop}x', 'Bo', 'Ek')
                    returning id
                )
                update clinic.appointment set provider_id = colleague.id from colleague
                """).update();

        assertThatThrownBy(() -> jdbc.sql("delete from clinic.provider where email = 'bo@clinic.example'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("appointment_provider_id_fkey");
    }

    private List<String> emptyTables() {
        Predicate<String> empty = table -> jdbc.sql("select not exists (select from clinic.%s)".formatted(table))
                .query((row, _) -> row.getBoolean(1))
                .single();
        return OneOfEach.TABLES.stream().filter(empty).toList();
    }
}
