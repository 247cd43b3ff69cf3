package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables against the ticket, typed out by hand. */
class TicketIT {

    private static final String COLUMNS = """
            provider.id uuid not null default gen_random_uuid()
            provider.email text not null
            provider.password_hash text not null
            provider.first_name text not null
            provider.last_name text not null
            provider.specialty text
            provider.license_number text
            provider.phone text
            provider.created_at timestamp with time zone not null default now()
            provider.updated_at timestamp with time zone not null default now()
            patient.id uuid not null default gen_random_uuid()
            patient.provider_id uuid not null
            patient.first_name text not null
            patient.last_name text not null
            patient.date_of_birth date not null
            patient.sex clinic.sex not null
            patient.phone text
            patient.email text
            patient.address text
            patient.city text
            patient.state text
            patient.zip_code text
            patient.emergency_contact_name text
            patient.emergency_contact_phone text
            patient.insurance_provider text
            patient.insurance_policy_number text
            patient.notes text
            patient.created_at timestamp with time zone not null default now()
            patient.updated_at timestamp with time zone not null default now()
            allergy.id uuid not null default gen_random_uuid()
            allergy.patient_id uuid not null
            allergy.allergen text not null
            allergy.severity clinic.allergy_severity not null
            allergy.reaction text
            allergy.created_at timestamp with time zone not null default now()
            allergy.updated_at timestamp with time zone not null default now()
            chronic_condition.id uuid not null default gen_random_uuid()
            chronic_condition.patient_id uuid not null
            chronic_condition.condition text not null
            chronic_condition.diagnosed_date date
            chronic_condition.notes text
            chronic_condition.created_at timestamp with time zone not null default now()
            chronic_condition.updated_at timestamp with time zone not null default now()
            appointment.id uuid not null default gen_random_uuid()
            appointment.patient_id uuid not null
            appointment.provider_id uuid not null
            appointment.appointment_date timestamp with time zone not null
            appointment.appointment_type clinic.appointment_type not null
            appointment.status clinic.appointment_status not null default 'scheduled'::clinic.appointment_status
            appointment.reason text
            appointment.notes text
            appointment.created_at timestamp with time zone not null default now()
            appointment.updated_at timestamp with time zone not null default now()
            medical_record.id uuid not null default gen_random_uuid()
            medical_record.appointment_id uuid not null
            medical_record.chief_complaint text not null
            medical_record.subjective text not null
            medical_record.objective text not null
            medical_record.assessment text not null
            medical_record.plan text not null
            medical_record.ai_transcript text
            medical_record.ai_summary text
            medical_record.created_at timestamp with time zone not null default now()
            medical_record.updated_at timestamp with time zone not null default now()
            symptom.id uuid not null default gen_random_uuid()
            symptom.medical_record_id uuid not null
            symptom.name text not null
            symptom.severity integer
            symptom.duration text
            symptom.notes text
            symptom.ai_generated boolean not null default false
            symptom.created_at timestamp with time zone not null default now()
            symptom.updated_at timestamp with time zone not null default now()
            prescription.id uuid not null default gen_random_uuid()
            prescription.medical_record_id uuid not null
            prescription.medication text not null
            prescription.dosage text not null
            prescription.frequency text not null
            prescription.duration text not null
            prescription.quantity integer
            prescription.refills integer not null default 0
            prescription.instructions text
            prescription.ai_generated boolean not null default false
            prescription.created_at timestamp with time zone not null default now()
            prescription.updated_at timestamp with time zone not null default now()
            vital_signs.id uuid not null default gen_random_uuid()
            vital_signs.appointment_id uuid not null
            vital_signs.blood_pressure_systolic integer
            vital_signs.blood_pressure_diastolic integer
            vital_signs.heart_rate integer
            vital_signs.temperature numeric(4,1)
            vital_signs.respiratory_rate integer
            vital_signs.oxygen_saturation integer
            vital_signs.weight numeric(5,2)
            vital_signs.height numeric(4,1)
            vital_signs.created_at timestamp with time zone not null default now()
            vital_signs.updated_at timestamp with time zone not null default now()
            """;

    private static final String ENUMS = """
            allergy_severity: mild, moderate, severe, life_threatening
            appointment_status: scheduled, checked_in, in_progress, completed, cancelled, no_show
            appointment_type: new_patient, follow_up, routine_checkup, sick_visit, telehealth
            sex: male, female, other
            """;

    private static final String RELATIONSHIPS = """
            allergy.patient_id -> patient, cascade
            appointment.patient_id -> patient, cascade
            appointment.provider_id -> provider, restrict
            chronic_condition.patient_id -> patient, cascade
            medical_record.appointment_id -> appointment, cascade, unique
            patient.provider_id -> provider, restrict
            prescription.medical_record_id -> medical_record, cascade
            symptom.medical_record_id -> medical_record, cascade
            vital_signs.appointment_id -> appointment, cascade, unique
            """;

    private static final String INDEXES = """
            appointment_appointment_date_idx: appointment(appointment_date)
            appointment_patient_id_idx: appointment(patient_id)
            appointment_provider_id_idx: appointment(provider_id)
            appointment_status_idx: appointment(status)
            patient_email_idx: patient(email)
            patient_last_name_first_name_idx: patient(last_name, first_name)
            patient_phone_idx: patient(phone)
            patient_provider_id_idx: patient(provider_id)
            prescription_medical_record_id_idx: prescription(medical_record_id)
            symptom_medical_record_id_idx: symptom(medical_record_id)
            """;

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    @Test
    void theNineTablesHaveTheColumnsOfTheTicketInItsOrder() {
        List<String> columns = jdbc.sql("""
                select concat(relname, '.', attname, ' ', format_type(atttypid, atttypmod),
                              case when attnotnull then ' not null' end, ' default ' || pg_get_expr(adbin, adrelid))
                  from pg_class join pg_attribute on attrelid = pg_class.oid
                  left join pg_attrdef on adrelid = attrelid and adnum = attnum
                 where relnamespace = 'clinic'::regnamespace
                   and relkind = 'r'
                   and attnum > 0
                   and not attisdropped
                 order by array_position(array[:tables], relname::text), attnum
                """)
                .param("tables", OneOfEach.TABLES)
                .query((row, _) -> row.getString(1))
                .list();

        assertThat(columns).isEqualTo(COLUMNS.lines().toList());
    }

    @Test
    void theFourEnumsHaveTheValuesOfTheTicket() {
        List<String> enums = jdbc.sql("""
                select concat(typname, ': ', string_agg(enumlabel, ', ' order by enumsortorder))
                  from pg_type join pg_enum on enumtypid = pg_type.oid
                 where typnamespace = 'clinic'::regnamespace
                 group by typname
                 order by typname
                """).query((row, _) -> row.getString(1)).list();

        assertThat(enums).isEqualTo(ENUMS.lines().toList());
    }

    @Test
    void theNineRelationshipsCascadeFromThePatientDownAndRestrictFromTheProvider() {
        List<String> relationships =
                jdbc.sql("""
                select format('%s.%s -> %s, %s%s', child.relname, attname, parent.relname,
                              case confdeltype when 'c' then 'cascade' when 'r' then 'restrict' else confdeltype::text end,
                              case when exists (select from pg_index
                                                 where indrelid = conrelid and indisunique
                                                   and indnatts = 1 and indkey[0] = attnum) then ', unique' end)
                  from pg_constraint
                  join pg_class child   on child.oid = conrelid
                  join pg_class parent  on parent.oid = confrelid
                  join pg_attribute     on attrelid = conrelid and attnum = any (conkey)
                 where connamespace = 'clinic'::regnamespace
                   and contype = 'f'
                 order by child.relname, attname
                """).query((row, _) -> row.getString(1)).list();

        assertThat(relationships).isEqualTo(RELATIONSHIPS.lines().toList());
    }

    @Test
    void theTenIndexesOfTheTicketAreThere() {
        Set<String> indexes = jdbc.sql("""
                select regexp_replace(indexdef, '^CREATE INDEX (\\S+) ON clinic\\.(\\S+) USING btree (\\(.*\\))$', '\\1: \\2\\3')
                  from pg_indexes
                 where schemaname = 'clinic'
                """).query((row, _) -> row.getString(1)).set();

        assertThat(indexes).containsAll(INDEXES.lines().collect(Collectors.toSet()));
    }
}
