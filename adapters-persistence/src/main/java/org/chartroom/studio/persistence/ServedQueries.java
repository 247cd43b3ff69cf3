package org.chartroom.studio.persistence;

/**
 * For each index a query of the kind that it is there for, to be explained. What is compared with is made up, so that no plan
 * tells anything of anybody.
 */
final class ServedQueries {

    static final String EXPLAIN = "explain (format json) ";

    static final String NAME = """
            select p.id, p.last_name, p.first_name
              from clinic.patient p
             where (p.last_name, p.first_name) >= ('Okafor', 'Ada')
             order by p.last_name, p.first_name
             limit 50
            """;

    static final String PHONE = """
            select p.id, p.last_name, p.first_name
              from clinic.patient p
             where p.phone = '+1 555 0100'
            """;

    static final String EMAIL = """
            select p.id, p.last_name, p.first_name
              from clinic.patient p
             where p.email = 'ada.okafor@mail.example'
            """;

    static final String OWN_PATIENTS = """
            select p.id, p.last_name, p.first_name
              from clinic.patient p
             where p.provider_id = (select access.actor())
            """;

    static final String OWN_PATIENTS_BY_NAME = """
            select p.id, p.last_name, p.first_name, p.date_of_birth
              from clinic.patient p
             where p.provider_id = (select access.actor())
             order by p.last_name, p.first_name, p.id
             limit 26
            """;

    static final String VISITS_OF_PATIENT = """
            select a.id, a.appointment_date, a.status
              from clinic.appointment a
             where a.patient_id = '00000000-0000-4000-8000-000000000001'
            """;

    static final String VISITS_OF_PROVIDER = """
            select a.id, a.appointment_date, a.status
              from clinic.appointment a
             where a.provider_id = (select access.actor())
            """;

    static final String DAY_OF_CLINIC = """
            select a.id, a.appointment_date, a.status
              from clinic.appointment a
             where a.appointment_date >= date_trunc('day', now())
               and a.appointment_date <  date_trunc('day', now()) + interval '1 day'
            """;

    static final String DAY_OF_PROVIDER = """
            select a.id, a.appointment_date, a.status
              from clinic.appointment a
             where a.provider_id = (select access.actor())
               and a.appointment_date >= date_trunc('day', now())
               and a.appointment_date <  date_trunc('day', now()) + interval '1 day'
             order by a.appointment_date, a.id
             limit 51
            """;

    static final String WAITING = """
            select a.id, a.appointment_date, a.patient_id
              from clinic.appointment a
             where a.status = 'checked_in'
            """;

    static final String SYMPTOMS_OF_RECORD = """
            select s.id, s.name, s.severity
              from clinic.symptom s
             where s.medical_record_id = '00000000-0000-4000-8000-000000000001'
            """;

    static final String PRESCRIPTIONS_OF_RECORD = """
            select m.id, m.medication, m.dosage
              from clinic.prescription m
             where m.medical_record_id = '00000000-0000-4000-8000-000000000001'
            """;

    static final String ALLERGIES_OF_PATIENT = """
            select a.id, a.allergen, a.severity
              from clinic.allergy a
             where a.patient_id = '00000000-0000-4000-8000-000000000001'
            """;

    static final String CONDITIONS_OF_PATIENT = """
            select c.id, c.condition, c.diagnosed_date
              from clinic.chronic_condition c
             where c.patient_id = '00000000-0000-4000-8000-000000000001'
            """;

    static final String RECORD_OF_VISIT = """
            select r.id, r.updated_at
              from clinic.medical_record r
             where r.appointment_id = '00000000-0000-4000-8000-000000000001'
            """;

    static final String SIGNS_OF_VISIT = """
            select v.id, v.updated_at
              from clinic.vital_signs v
             where v.appointment_id = '00000000-0000-4000-8000-000000000001'
            """;

    static final String SIGN_IN = """
            select p.id, p.last_name, p.first_name
              from clinic.provider p
             where lower(p.email) = 'ada.okafor@clinic.example'
            """;

    static final String CARE_TEAM = """
            select c.patient_id
              from access.care_team c
             where c.provider_id = (select access.actor())
            """;

    static final String ON_CARE_TEAM = """
            select c.patient_id
              from access.care_team c
             where c.patient_id = '00000000-0000-4000-8000-000000000001'
               and c.provider_id = (select access.actor())
            """;

    static final String NAMED = """
            select n.patient_id
              from patient_search.name_term n
             where n.provider_id = (select access.actor())
               and n.term >= 'oka'
               and n.term <  'okb'
            """;

    private ServedQueries() {}
}
