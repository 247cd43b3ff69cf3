package org.chartroom.record.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chartroom.jdbc.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChartPlanIT {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    /** Enough for the planner to mind, and a thousandth of a second to read from end to end. */
    @BeforeAll
    static void aClinicOfSomeSize() {
        var owner = JdbcClient.create(DATABASE.owner());
        owner.sql("""
                insert into clinic.provider (id, email, password_hash, first_name, last_name)
                values ('00000000-0000-4000-8000-000000000001', 'a@b', '!', 'A', 'B')
                """).update();
        owner.sql("""
                with patient as (
                    insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                    select '00000000-0000-4000-8000-000000000001', 'A', 'B', date '1990-01-01', 'other'
                      from generate_series(1, 4000)
                    returning id
                ), allergy as (
                    insert into clinic.allergy (patient_id, allergen, severity)
                    select id, 'Latex', 'mild' from patient
                ), condition as (
                    insert into clinic.chronic_condition (patient_id, condition)
                    select id, 'Asthma' from patient
                ), appointment as (
                    insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type)
                    select id, '00000000-0000-4000-8000-000000000001', now() + row_number() over () * interval '1 hour', 'follow_up'
                      from patient
                    returning id
                ), vital_signs as (
                    insert into clinic.vital_signs (appointment_id, heart_rate) select id, 70 from appointment
                ), record as (
                    insert into clinic.medical_record (appointment_id, chief_complaint, subjective, objective, assessment, plan)
                    select id, 'Cough', '', '', '', '' from appointment
                    returning id
                ), signature as (
                    insert into signing.signature (medical_record_id, provider_id, signer, meaning, sha256)
                    select id, '00000000-0000-4000-8000-000000000001', 'A B', 'author', sha256('') from record
                ), addendum as (
                    insert into signing.addendum (medical_record_id, number, provider_id, signer, text, sha256, signed_at)
                    select id, 1, '00000000-0000-4000-8000-000000000001', 'A B', 'Better.', sha256(''), now() from record
                ), symptom as (
                    insert into clinic.symptom (medical_record_id, name) select id, 'Cough' from record
                )
                insert into clinic.prescription (medical_record_id, medication, dosage, frequency, duration)
                select id, 'A', 'B', 'C', 'D' from record
                """).update();
        // it is a signed record's, as it would have been proposed before
        owner.sql("alter table scribe.proposal disable trigger proposal_signed").update();
        owner.sql("""
                insert into scribe.proposal
                       (id, medical_record_id, kind, content, evidence, transcript_sha256, value_not_in_evidence, engine_name,
                        engine_version, provider_id, sent_at, decision, fact_id, decided_by, decided_at)
                select gen_random_uuid(), id, 'symptom', '{"symptom": {"name": "Cough"}}', '[{"start": 0, "end": 5, "quote": "Cough"}]',
                       sha256(''), false, 'Scribe', '1', '00000000-0000-4000-8000-000000000001', now(),
                       'accepted', gen_random_uuid(), '00000000-0000-4000-8000-000000000001', now()
                  from clinic.medical_record
                """).update();
        owner.sql("analyze").update();
    }

    @Test
    void aChartIsReadWithoutLookingThroughAnyTable() {
        assertThat(plan(ChartStatements.CHART)).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void aFormerChartIsReadWithoutLookingThroughAnyTable() {
        assertThat(plan(ChartStatements.CHART_AS_OF))
                .contains("row_version_patient_id_idx")
                .doesNotContain("Seq Scan");
    }

    private static String plan(String statement) {
        return String.join(
                "\n",
                JdbcClient.create(DATABASE.appAs(UUID.randomUUID()))
                        .sql("explain " + statement)
                        .param("patient", UUID.randomUUID())
                        .param("actor", UUID.randomUUID())
                        .param("transcripts", false)
                        .param("asOf", OffsetDateTime.now(ZoneOffset.UTC))
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}
