package org.chartroom.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row in each of the nine tables, every column filled that may be. */
final class OneOfEach {

    /** In the order in which one reads them, and in which they can be filled. */
    static final List<String> TABLES = List.of(
            "provider",
            "patient",
            "allergy",
            "chronic_condition",
            "appointment",
            "medical_record",
            "symptom",
            "prescription",
            "vital_signs");

    private OneOfEach() {}

    static void insertInto(DataSource database) {
        // the blood pressure is one taken by palpation, so that either bound of systolic and diastolic can be tried
        JdbcClient.create(database).sql("""
                with provider as (
                    insert into clinic.provider (email, password_hash, first_name, last_name, specialty, license_number, phone)
                    values ('ada@clinic.example', '{noop}x', 'Ada', 'Berg', 'family medicine', 'L-1', '+1 555 0100')
                    returning id
                ), patient as (
                    insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex, phone, email,
                                                address, city, state, zip_code,
                                                emergency_contact_name, emergency_contact_phone,
                                                insurance_provider, insurance_policy_number, notes)
                    select id, 'Noor', 'Lind', '1971-03-04', 'female', '+1 555 0101', 'noor@home.example',
                           '1 Elm Street', 'Springfield', 'IL', '62701', 'Per Lind', '+1 555 0102', 'Mutual', 'P-1', 'prefers mornings'
                      from provider
                    returning id, provider_id
                ), allergy as (
                    insert into clinic.allergy (patient_id, allergen, severity, reaction)
                    select id, 'penicillin', 'severe', 'hives' from patient
                ), chronic_condition as (
                    insert into clinic.chronic_condition (patient_id, condition, diagnosed_date, notes)
                    select id, 'hypertension', '2019-05-06', 'controlled' from patient
                ), appointment as (
                    insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type, status, reason, notes)
                    select id, provider_id, '2026-01-02 09:30+00', 'sick_visit', 'completed', 'cough', 'came early' from patient
                    returning id
                ), medical_record as (
                    insert into clinic.medical_record (appointment_id, chief_complaint, subjective, objective, assessment, plan,
                                                       ai_transcript, ai_summary)
                    select id, 'cough', 'for a week', 'clear chest', 'viral', 'rest', 'Good morning …', 'A week of cough.' from appointment
                    returning id
                ), symptom as (
                    insert into clinic.symptom (medical_record_id, name, severity, duration, notes, ai_generated)
                    select id, 'cough', 4, '7 days', 'worse at night', true from medical_record
                ), prescription as (
                    insert into clinic.prescription (medical_record_id, medication, dosage, frequency, duration, quantity, refills, instructions)
                    select id, 'paracetamol', '500 mg', 'three times daily', '3 days', 9, 0, 'with water' from medical_record
                )
                insert into clinic.vital_signs (appointment_id, blood_pressure_systolic, heart_rate, temperature,
                                                respiratory_rate, oxygen_saturation, weight, height)
                select id, 210, 72, 37.1, 14, 98, 71.25, 172.5 from appointment
                """).update();
    }

    /** All rows of the nine tables as text, table by table. */
    static String rowsOf(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return TABLES.stream()
                .map(table -> jdbc.sql("select t::text from clinic.%s t order by id".formatted(table))
                        .query((row, _) -> row.getString(1))
                        .list())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
