package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each named constraint, by an attempt to break it and, where it has bounds, by a value on each of them. */
class ConstraintIT {

    /** Column, longest text in characters, and whether a blank text is refused. */
    private static final String TEXTS = """
            provider.password_hash          |    500 | refused
            provider.first_name             |    100 | refused
            provider.last_name              |    100 | refused
            provider.specialty              |    200 | refused
            provider.license_number         |     64 | refused
            provider.phone                  |     32 | refused
            patient.first_name              |    100 | refused
            patient.last_name               |    100 | refused
            patient.phone                   |     32 | refused
            patient.address                 |    500 | refused
            patient.city                    |    200 | refused
            patient.state                   |    200 | refused
            patient.zip_code                |     64 | refused
            patient.emergency_contact_name  |    200 | refused
            patient.emergency_contact_phone |     32 | refused
            patient.insurance_provider      |    200 | refused
            patient.insurance_policy_number |     64 | refused
            patient.notes                   |  20000 | refused
            allergy.allergen                |    200 | refused
            allergy.reaction                |  20000 | refused
            chronic_condition.condition     |    200 | refused
            chronic_condition.notes         |  20000 | refused
            appointment.reason              |  20000 | refused
            appointment.notes               |  20000 | refused
            medical_record.chief_complaint  |  20000 | refused
            medical_record.subjective       |  20000 | allowed
            medical_record.objective        |  20000 | allowed
            medical_record.assessment       |  20000 | allowed
            medical_record.plan             |  20000 | allowed
            medical_record.ai_transcript    | 500000 | refused
            medical_record.ai_summary       |  20000 | refused
            symptom.name                    |    200 | refused
            symptom.duration                |    200 | refused
            symptom.notes                   |  20000 | refused
            prescription.medication         |    200 | refused
            prescription.dosage             |    200 | refused
            prescription.frequency          |    200 | refused
            prescription.duration           |    200 | refused
            prescription.instructions       |  20000 | refused
            """;

    /** Column, a value below, the lowest allowed, the highest allowed, a value above. */
    private static final String RANGES = """
            patient.date_of_birth                | '1889-12-31'                  | '1890-01-01'        | '2199-12-31'                  | '2200-01-01'
            patient.date_of_birth                | '-infinity'                   | '1890-01-01'        | '2199-12-31'                  | 'infinity'
            chronic_condition.diagnosed_date     | '1889-12-31'                  | '1890-01-01'        | '2199-12-31'                  | '2200-01-01'
            chronic_condition.diagnosed_date     | '-infinity'                   | '1890-01-01'        | '2199-12-31'                  | 'infinity'
            appointment.appointment_date         | '1899-12-31 23:59:59.999999Z' | '1900-01-01 00:00Z' | '2199-12-31 23:59:59.999999Z' | '2200-01-01 00:00Z'
            appointment.appointment_date         | '-infinity'                   | '1900-01-01 00:00Z' | '2199-12-31 23:59:59.999999Z' | 'infinity'
            symptom.severity                     | 0                             | 1                   | 10                            | 11
            prescription.refills                 | -1                            | 0                   | 99                            | 100
            vital_signs.blood_pressure_systolic  | 29                            | 30                  | 300                           | 301
            vital_signs.blood_pressure_diastolic | 9                             | 10                  | 200                           | 201
            vital_signs.heart_rate               | 9                             | 10                  | 350                           | 351
            vital_signs.temperature              | 24.9                          | 25.0                | 45.0                          | 45.1
            vital_signs.temperature              | 24.9                          | 25.0                | 45.0                          | 'NaN'
            vital_signs.respiratory_rate         | 1                             | 2                   | 100                           | 101
            vital_signs.oxygen_saturation        | 29                            | 30                  | 100                           | 101
            vital_signs.weight                   | 0.19                          | 0.20                | 500.00                        | 500.01
            vital_signs.height                   | 19.9                          | 20.0                | 260.0                         | 260.1
            """;

    /** Everything else: constraint, and a statement that breaks it and no other. */
    private static final String RULES = """
            provider_email_text                  | update clinic.provider set email = 'nobody'
            provider_email_text                  | update clinic.provider set email = 'a@b@c'
            provider_email_text                  | update clinic.provider set email = 'a b@c'
            provider_email_text                  | update clinic.provider set email = repeat('x', 319) || '@y'
            patient_email_text                   | update clinic.patient set email = '@home.example'
            patient_email_text                   | update clinic.patient set email = E'a@b\\n'
            patient_email_text                   | update clinic.patient set email = repeat('x', 319) || '@y'
            patient_emergency_phone_has_name     | update clinic.patient set emergency_contact_name = null
            patient_policy_number_has_insurer    | update clinic.patient set insurance_provider = null
            prescription_quantity_range          | update clinic.prescription set quantity = 0
            vital_signs_diastolic_has_systolic   | update clinic.vital_signs set blood_pressure_systolic = null, blood_pressure_diastolic = 80
            vital_signs_diastolic_below_systolic | update clinic.vital_signs set blood_pressure_systolic = 120, blood_pressure_diastolic = 120
            vital_signs_any_measurement          | update clinic.vital_signs set blood_pressure_systolic = null, heart_rate = null, temperature = null, respiratory_rate = null, oxygen_saturation = null, weight = null, height = null
            provider_email_key                   | insert into clinic.provider (email, password_hash, first_name, last_name) select upper(email), 'x', 'x', 'x' from clinic.provider
            medical_record_appointment_id_key    | insert into clinic.medical_record (appointment_id, chief_complaint, subjective, objective, assessment, plan) select appointment_id, 'x', '', '', '', '' from clinic.medical_record
            vital_signs_appointment_id_key       | insert into clinic.vital_signs (appointment_id, heart_rate) select appointment_id, 60 from clinic.vital_signs
            provider_pkey                        | insert into clinic.provider select * from clinic.provider
            patient_pkey                         | insert into clinic.patient select * from clinic.patient
            allergy_pkey                         | insert into clinic.allergy select * from clinic.allergy
            chronic_condition_pkey               | insert into clinic.chronic_condition select * from clinic.chronic_condition
            appointment_pkey                     | insert into clinic.appointment select * from clinic.appointment
            medical_record_pkey                  | insert into clinic.medical_record select * from clinic.medical_record
            symptom_pkey                         | insert into clinic.symptom select * from clinic.symptom
            prescription_pkey                    | insert into clinic.prescription select * from clinic.prescription
            vital_signs_pkey                     | insert into clinic.vital_signs select * from clinic.vital_signs
            patient_provider_id_fkey             | update clinic.patient set provider_id = gen_random_uuid()
            patient_provider_id_fkey             | delete from clinic.provider
            allergy_patient_id_fkey              | update clinic.allergy set patient_id = gen_random_uuid()
            chronic_condition_patient_id_fkey    | update clinic.chronic_condition set patient_id = gen_random_uuid()
            appointment_patient_id_fkey          | update clinic.appointment set patient_id = gen_random_uuid()
            appointment_provider_id_fkey         | update clinic.appointment set provider_id = gen_random_uuid()
            medical_record_appointment_id_fkey   | update clinic.medical_record set appointment_id = gen_random_uuid()
            symptom_medical_record_id_fkey       | update clinic.symptom set medical_record_id = gen_random_uuid()
            prescription_medical_record_id_fkey  | update clinic.prescription set medical_record_id = gen_random_uuid()
            vital_signs_appointment_id_fkey      | update clinic.vital_signs set appointment_id = gen_random_uuid()
            """;

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void fillEveryTable() {
        OneOfEach.insertInto(DATABASE.owner());
    }

    static Stream<String[]> texts() {
        return rows(TEXTS);
    }

    static Stream<String[]> ranges() {
        return rows(RANGES);
    }

    static Stream<String[]> rules() {
        return rows(RULES);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsAsLongAsItsBoundAndNoLonger(Column column, int longest) {
        assertThat(brokenBy(column.setTo("repeat('é', %d)".formatted(longest)))).isEmpty();
        assertThat(brokenBy(column.setTo("repeat('é', %d)".formatted(longest + 1))))
                .hasValue(column.constraint("text"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsBlankOnlyWhereThatIsAllowed(Column column, int longest, String blank) {
        Optional<String> expected = blank.equals("refused") ? Optional.of(column.constraint("text")) : Optional.empty();

        assertThat(brokenBy(column.setTo("''"))).isEqualTo(expected);
        assertThat(brokenBy(column.setTo("E' \\t\\n'"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aValueLiesWithinItsBounds(Column column, String below, String lowest, String highest, String above) {
        assertThat(brokenBy(column.setTo(lowest))).isEmpty();
        assertThat(brokenBy(column.setTo(highest))).isEmpty();
        assertThat(brokenBy(column.setTo(below))).hasValue(column.constraint("range"));
        assertThat(brokenBy(column.setTo(above))).hasValue(column.constraint("range"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleIsRefusedByItsName(String constraint, String statement) {
        assertThat(brokenBy(statement)).hasValue(constraint);
    }

    @Test
    void everyConstraintIsTriedByATestOfThisClass() {
        Set<String> tried = Stream.of(
                        texts().map(row -> Column.of(row[0]).constraint("text")),
                        ranges().map(row -> Column.of(row[0]).constraint("range")),
                        rules().map(row -> row[0]))
                .flatMap(names -> names)
                .collect(Collectors.toSet());

        assertThat(constraints()).hasSizeGreaterThan(80).containsExactlyInAnyOrderElementsOf(tried);
    }

    private static Set<String> constraints() {
        return JdbcClient.create(DATABASE.owner())
                .sql("""
                select conname
                  from pg_constraint
                 where connamespace = 'clinic'::regnamespace
                   and contype not in ('n', 't')
                 union
                select relname
                  from pg_index join pg_class on pg_class.oid = indexrelid
                 where relnamespace = 'clinic'::regnamespace
                   and (indisunique or indisexclusion)
                """)
                .query((row, _) -> row.getString(1))
                .set();
    }

    /** The constraint that refuses the statement, which is never committed. */
    private static Optional<String> brokenBy(String sql) {
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            return Optional.empty();
        } catch (PSQLException e) {
            return Optional.of(
                    requireNonNull(requireNonNull(e.getServerErrorMessage()).getConstraint(), e.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String[]> rows(String table) {
        return table.lines().map(line -> line.strip().split(" +\\| +", -1));
    }

    /** Written {@code table.column}. */
    record Column(String table, String name) {

        static Column of(String text) {
            String[] parts = text.split("\\.", 2);
            return new Column(parts[0], parts[1]);
        }

        String setTo(String value) {
            return "update clinic.%s set %s = %s".formatted(table, name, value);
        }

        String constraint(String kind) {
            return "%s_%s_%s".formatted(table, name, kind);
        }
    }
}
