-- The nine tables of the clinic. Runs as chartroom_owner; the application works as chartroom_app.
--
-- Every constraint has a name, because refusals are translated by it:
--   <table>_pkey            primary key
--   <table>_<column>_fkey   foreign key
--   <table>_<column>_key    unique
--   <table>_<column>_text   length and form of a text, which must hold a non-space character
--   <table>_<column>_range  bounds of a number, a date or a time
--   <table>_<rule>          what two or more columns must agree on
--   <table>_<columns>_idx   index that forbids nothing
-- A check is satisfied by null, so the checks of optional columns need not mention it.

create schema clinic;

create type clinic.sex                as enum ('male', 'female', 'other');
create type clinic.allergy_severity   as enum ('mild', 'moderate', 'severe', 'life_threatening');
create type clinic.appointment_type   as enum ('new_patient', 'follow_up', 'routine_checkup', 'sick_visit', 'telehealth');
create type clinic.appointment_status as enum ('scheduled', 'checked_in', 'in_progress', 'completed', 'cancelled', 'no_show');


-- Tables

create table clinic.provider (
    id             uuid        not null default gen_random_uuid(),
    email          text        not null,
    password_hash  text        not null,
    first_name     text        not null,
    last_name      text        not null,
    specialty      text,
    license_number text,
    phone          text,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),

    constraint provider_pkey                primary key (id),
    constraint provider_email_text          check (char_length(email)          <= 320 and email          ~ '^[^\s@]+@[^\s@]+$'),
    constraint provider_password_hash_text  check (char_length(password_hash)  <= 500 and password_hash  ~ '\S'),
    constraint provider_first_name_text     check (char_length(first_name)     <= 100 and first_name     ~ '\S'),
    constraint provider_last_name_text      check (char_length(last_name)      <= 100 and last_name      ~ '\S'),
    constraint provider_specialty_text      check (char_length(specialty)      <= 200 and specialty      ~ '\S'),
    constraint provider_license_number_text check (char_length(license_number) <=  64 and license_number ~ '\S'),
    constraint provider_phone_text          check (char_length(phone)          <=  32 and phone          ~ '\S')
);

create table clinic.patient (
    id                      uuid        not null default gen_random_uuid(),
    provider_id             uuid        not null,
    first_name              text        not null,
    last_name               text        not null,
    date_of_birth           date        not null,
    sex                     clinic.sex  not null,
    phone                   text,
    email                   text,
    address                 text,
    city                    text,
    state                   text,
    zip_code                text,
    emergency_contact_name  text,
    emergency_contact_phone text,
    insurance_provider      text,
    insurance_policy_number text,
    notes                   text,
    created_at              timestamptz not null default now(),
    updated_at              timestamptz not null default now(),

    constraint patient_pkey                         primary key (id),
    constraint patient_provider_id_fkey             foreign key (provider_id) references clinic.provider (id) on delete restrict,
    constraint patient_first_name_text              check (char_length(first_name)              <=   100 and first_name              ~ '\S'),
    constraint patient_last_name_text               check (char_length(last_name)               <=   100 and last_name               ~ '\S'),
    constraint patient_date_of_birth_range          check (date_of_birth between date '1890-01-01' and date '2199-12-31'),
    constraint patient_phone_text                   check (char_length(phone)                   <=    32 and phone                   ~ '\S'),
    constraint patient_email_text                   check (char_length(email)                   <=   320 and email                   ~ '^[^\s@]+@[^\s@]+$'),
    constraint patient_address_text                 check (char_length(address)                 <=   500 and address                 ~ '\S'),
    constraint patient_city_text                    check (char_length(city)                    <=   200 and city                    ~ '\S'),
    constraint patient_state_text                   check (char_length(state)                   <=   200 and state                   ~ '\S'),
    constraint patient_zip_code_text                check (char_length(zip_code)                <=    64 and zip_code                ~ '\S'),
    constraint patient_emergency_contact_name_text  check (char_length(emergency_contact_name)  <=   200 and emergency_contact_name  ~ '\S'),
    constraint patient_emergency_contact_phone_text check (char_length(emergency_contact_phone) <=    32 and emergency_contact_phone ~ '\S'),
    constraint patient_insurance_provider_text      check (char_length(insurance_provider)      <=   200 and insurance_provider      ~ '\S'),
    constraint patient_insurance_policy_number_text check (char_length(insurance_policy_number) <=    64 and insurance_policy_number ~ '\S'),
    constraint patient_notes_text                   check (char_length(notes)                   <= 20000 and notes                   ~ '\S'),
    constraint patient_emergency_phone_has_name     check (emergency_contact_phone is null or emergency_contact_name is not null),
    constraint patient_policy_number_has_insurer    check (insurance_policy_number is null or insurance_provider     is not null)
);

create table clinic.allergy (
    id         uuid                    not null default gen_random_uuid(),
    patient_id uuid                    not null,
    allergen   text                    not null,
    severity   clinic.allergy_severity not null,
    reaction   text,
    created_at timestamptz             not null default now(),
    updated_at timestamptz             not null default now(),

    constraint allergy_pkey            primary key (id),
    constraint allergy_patient_id_fkey foreign key (patient_id) references clinic.patient (id) on delete cascade,
    constraint allergy_allergen_text   check (char_length(allergen) <=   200 and allergen ~ '\S'),
    constraint allergy_reaction_text   check (char_length(reaction) <= 20000 and reaction ~ '\S')
);

create table clinic.chronic_condition (
    id             uuid        not null default gen_random_uuid(),
    patient_id     uuid        not null,
    condition      text        not null,
    diagnosed_date date,
    notes          text,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),

    constraint chronic_condition_pkey                 primary key (id),
    constraint chronic_condition_patient_id_fkey      foreign key (patient_id) references clinic.patient (id) on delete cascade,
    constraint chronic_condition_condition_text       check (char_length(condition) <=   200 and condition ~ '\S'),
    constraint chronic_condition_diagnosed_date_range check (diagnosed_date between date '1890-01-01' and date '2199-12-31'),
    constraint chronic_condition_notes_text           check (char_length(notes)     <= 20000 and notes     ~ '\S')
);

create table clinic.appointment (
    id               uuid                      not null default gen_random_uuid(),
    patient_id       uuid                      not null,
    provider_id      uuid                      not null,
    appointment_date timestamptz               not null,
    appointment_type clinic.appointment_type   not null,
    status           clinic.appointment_status not null default 'scheduled',
    reason           text,
    notes            text,
    created_at       timestamptz               not null default now(),
    updated_at       timestamptz               not null default now(),

    constraint appointment_pkey                   primary key (id),
    constraint appointment_patient_id_fkey        foreign key (patient_id)  references clinic.patient  (id) on delete cascade,
    constraint appointment_provider_id_fkey       foreign key (provider_id) references clinic.provider (id) on delete restrict,
    constraint appointment_appointment_date_range check (appointment_date >= timestamptz '1900-01-01 00:00:00+00'
                                                     and appointment_date <  timestamptz '2200-01-01 00:00:00+00'),
    constraint appointment_reason_text            check (char_length(reason) <= 20000 and reason ~ '\S'),
    constraint appointment_notes_text             check (char_length(notes)  <= 20000 and notes  ~ '\S')
);

create table clinic.medical_record (
    id              uuid        not null default gen_random_uuid(),
    appointment_id  uuid        not null,
    chief_complaint text        not null,
    subjective      text        not null,
    objective       text        not null,
    assessment      text        not null,
    plan            text        not null,
    ai_transcript   text,
    ai_summary      text,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),

    constraint medical_record_pkey                 primary key (id),
    constraint medical_record_appointment_id_key   unique (appointment_id),
    constraint medical_record_appointment_id_fkey  foreign key (appointment_id) references clinic.appointment (id) on delete cascade,
    constraint medical_record_chief_complaint_text check (char_length(chief_complaint) <=  20000 and chief_complaint ~ '\S'),
    constraint medical_record_subjective_text      check (char_length(subjective)      <=  20000),
    constraint medical_record_objective_text       check (char_length(objective)       <=  20000),
    constraint medical_record_assessment_text      check (char_length(assessment)      <=  20000),
    constraint medical_record_plan_text            check (char_length(plan)            <=  20000),
    constraint medical_record_ai_transcript_text   check (char_length(ai_transcript)   <= 500000 and ai_transcript   ~ '\S'),
    constraint medical_record_ai_summary_text      check (char_length(ai_summary)      <=  20000 and ai_summary      ~ '\S')
);

create table clinic.symptom (
    id                uuid        not null default gen_random_uuid(),
    medical_record_id uuid        not null,
    name              text        not null,
    severity          integer,
    duration          text,
    notes             text,
    ai_generated      boolean     not null default false,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),

    constraint symptom_pkey                   primary key (id),
    constraint symptom_medical_record_id_fkey foreign key (medical_record_id) references clinic.medical_record (id) on delete cascade,
    constraint symptom_name_text              check (char_length(name)     <=   200 and name     ~ '\S'),
    constraint symptom_severity_range         check (severity between 1 and 10),
    constraint symptom_duration_text          check (char_length(duration) <=   200 and duration ~ '\S'),
    constraint symptom_notes_text             check (char_length(notes)    <= 20000 and notes    ~ '\S')
);

create table clinic.prescription (
    id                uuid        not null default gen_random_uuid(),
    medical_record_id uuid        not null,
    medication        text        not null,
    dosage            text        not null,
    frequency         text        not null,
    duration          text        not null,
    quantity          integer,
    refills           integer     not null default 0,
    instructions      text,
    ai_generated      boolean     not null default false,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),

    constraint prescription_pkey                   primary key (id),
    constraint prescription_medical_record_id_fkey foreign key (medical_record_id) references clinic.medical_record (id) on delete cascade,
    constraint prescription_medication_text        check (char_length(medication)   <=   200 and medication ~ '\S'),
    constraint prescription_dosage_text            check (char_length(dosage)       <=   200 and dosage     ~ '\S'),
    constraint prescription_frequency_text         check (char_length(frequency)    <=   200 and frequency  ~ '\S'),
    constraint prescription_duration_text          check (char_length(duration)     <=   200 and duration   ~ '\S'),
    constraint prescription_quantity_range         check (quantity > 0),
    constraint prescription_refills_range          check (refills between 0 and 99),
    constraint prescription_instructions_text      check (char_length(instructions) <= 20000 and instructions ~ '\S')
);

create table clinic.vital_signs (
    id                       uuid         not null default gen_random_uuid(),
    appointment_id           uuid         not null,
    blood_pressure_systolic  integer,
    blood_pressure_diastolic integer,
    heart_rate               integer,
    temperature              numeric(4,1),
    respiratory_rate         integer,
    oxygen_saturation        integer,
    weight                   numeric(5,2),
    height                   numeric(4,1),
    created_at               timestamptz  not null default now(),
    updated_at               timestamptz  not null default now(),

    constraint vital_signs_pkey                           primary key (id),
    constraint vital_signs_appointment_id_key             unique (appointment_id),
    constraint vital_signs_appointment_id_fkey            foreign key (appointment_id) references clinic.appointment (id) on delete cascade,
    -- outside these bounds it is a typing error, not a patient
    constraint vital_signs_blood_pressure_systolic_range  check (blood_pressure_systolic  between 30  and 300),
    constraint vital_signs_blood_pressure_diastolic_range check (blood_pressure_diastolic between 10  and 200),
    constraint vital_signs_heart_rate_range               check (heart_rate               between 10  and 350),
    constraint vital_signs_temperature_range              check (temperature              between 25  and  45),
    constraint vital_signs_respiratory_rate_range         check (respiratory_rate         between  2  and 100),
    constraint vital_signs_oxygen_saturation_range        check (oxygen_saturation        between 30  and 100),
    constraint vital_signs_weight_range                   check (weight                   between 0.2 and 500),
    constraint vital_signs_height_range                   check (height                   between 20  and 260),
    constraint vital_signs_diastolic_has_systolic         check (blood_pressure_diastolic is null or blood_pressure_systolic is not null),
    constraint vital_signs_diastolic_below_systolic       check (blood_pressure_diastolic < blood_pressure_systolic),
    constraint vital_signs_any_measurement                check (num_nonnulls(blood_pressure_systolic, blood_pressure_diastolic, heart_rate,
                                                                              temperature, respiratory_rate, oxygen_saturation,
                                                                              weight, height) > 0)
);


-- Indexes: an e-mail address belongs to one account, however it is typed; then the ticket's ten

create unique index provider_email_key on clinic.provider (lower(email));

create index patient_last_name_first_name_idx   on clinic.patient      (last_name, first_name);
create index patient_phone_idx                  on clinic.patient      (phone);
create index patient_email_idx                  on clinic.patient      (email);
create index patient_provider_id_idx            on clinic.patient      (provider_id);
create index appointment_patient_id_idx         on clinic.appointment  (patient_id);
create index appointment_provider_id_idx        on clinic.appointment  (provider_id);
create index appointment_appointment_date_idx   on clinic.appointment  (appointment_date);
create index appointment_status_idx             on clinic.appointment  (status);
create index symptom_medical_record_id_idx      on clinic.symptom      (medical_record_id);
create index prescription_medical_record_id_idx on clinic.prescription (medical_record_id);


-- Timestamps: updated_at is the row's version, so no update may leave it where it was,
-- not even the second one of a transaction, or one after the clock was set back.

create function clinic.keep_timestamps() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.created_at := old.created_at;
    new.updated_at := greatest(clock_timestamp(), old.updated_at + interval '1 microsecond');
    return new;
end
$$;

create trigger provider_timestamps          before update on clinic.provider          for each row execute function clinic.keep_timestamps();
create trigger patient_timestamps           before update on clinic.patient           for each row execute function clinic.keep_timestamps();
create trigger allergy_timestamps           before update on clinic.allergy           for each row execute function clinic.keep_timestamps();
create trigger chronic_condition_timestamps before update on clinic.chronic_condition for each row execute function clinic.keep_timestamps();
create trigger appointment_timestamps       before update on clinic.appointment       for each row execute function clinic.keep_timestamps();
create trigger medical_record_timestamps    before update on clinic.medical_record    for each row execute function clinic.keep_timestamps();
create trigger symptom_timestamps           before update on clinic.symptom           for each row execute function clinic.keep_timestamps();
create trigger prescription_timestamps      before update on clinic.prescription      for each row execute function clinic.keep_timestamps();
create trigger vital_signs_timestamps       before update on clinic.vital_signs       for each row execute function clinic.keep_timestamps();


-- Rights: table by table, so that a table of a later version is closed until it is opened

grant usage on schema clinic to chartroom_app;

grant select, insert, update, delete
   on clinic.provider, clinic.patient, clinic.allergy, clinic.chronic_condition, clinic.appointment,
      clinic.medical_record, clinic.symptom, clinic.prescription, clinic.vital_signs
   to chartroom_app;


-- Meanings that names and types do not carry; docs/data-model.md is generated from them

comment on table clinic.provider          is 'A clinician who signs in, sees patients and answers for their records.';
comment on table clinic.patient           is 'A person in the care of the clinic, with what the front desk knows about them.';
comment on table clinic.allergy           is 'What a patient does not tolerate, and how badly.';
comment on table clinic.chronic_condition is 'A lasting diagnosis of a patient.';
comment on table clinic.appointment       is 'A visit, planned or past: one patient, one provider, one point in time.';
comment on table clinic.medical_record    is 'The SOAP note of one appointment.';
comment on table clinic.symptom           is 'A complaint recorded in a medical record.';
comment on table clinic.prescription      is 'A medication ordered in a medical record.';
comment on table clinic.vital_signs       is 'What was measured at one appointment; at least one measurement.';

comment on column clinic.provider.email                       is 'Sign-in name; unique without regard to case.';
comment on column clinic.provider.password_hash               is 'Encoded by the application together with its algorithm and salt; never the password.';
comment on column clinic.patient.provider_id                  is 'The provider in charge of the patient.';
comment on column clinic.patient.date_of_birth                is 'A calendar day, without a time zone. That it is not in the future is checked by the application.';
comment on column clinic.patient.emergency_contact_phone      is 'Only together with a name.';
comment on column clinic.patient.insurance_policy_number      is 'Only together with an insurer.';
comment on column clinic.chronic_condition.diagnosed_date     is 'A calendar day, without a time zone.';
comment on column clinic.appointment.provider_id              is 'The provider who sees the patient; need not be the one in charge.';
comment on column clinic.appointment.appointment_date         is 'The instant at which the visit begins.';
comment on column clinic.medical_record.appointment_id        is 'At most one record for each appointment.';
comment on column clinic.medical_record.chief_complaint       is 'Why the patient came; never blank.';
comment on column clinic.medical_record.subjective            is 'S: what the patient describes. May be blank while the visit lasts.';
comment on column clinic.medical_record.objective             is 'O: what was observed. May be blank while the visit lasts.';
comment on column clinic.medical_record.assessment            is 'A: the reasoning towards a diagnosis. May be blank while the visit lasts.';
comment on column clinic.medical_record.plan                  is 'P: the treatment plan. May be blank while the visit lasts.';
comment on column clinic.medical_record.ai_transcript         is 'Full transcript of the conversation, by the AI scribe.';
comment on column clinic.medical_record.ai_summary            is 'Summary of the visit, by the AI scribe.';
comment on column clinic.symptom.severity                     is '1 (slight) to 10 (worst imaginable), as the patient rates it.';
comment on column clinic.symptom.duration                     is 'In the patient''s words, such as "3 days".';
comment on column clinic.symptom.ai_generated                 is 'Whether the AI scribe contributed the entry.';
comment on column clinic.prescription.dosage                  is 'Amount of one intake, such as "500 mg".';
comment on column clinic.prescription.frequency               is 'Such as "twice daily".';
comment on column clinic.prescription.duration                is 'Such as "10 days".';
comment on column clinic.prescription.quantity                is 'Units to dispense, such as tablets.';
comment on column clinic.prescription.refills                 is 'How often it may be dispensed again.';
comment on column clinic.prescription.ai_generated            is 'Whether the AI scribe contributed the entry.';
comment on column clinic.vital_signs.appointment_id           is 'At most one set of measurements for each appointment.';
comment on column clinic.vital_signs.blood_pressure_systolic  is 'mmHg; alone when taken by palpation.';
comment on column clinic.vital_signs.blood_pressure_diastolic is 'mmHg; only together with, and below, the systolic pressure.';
comment on column clinic.vital_signs.heart_rate               is 'Beats per minute.';
comment on column clinic.vital_signs.temperature              is '°C.';
comment on column clinic.vital_signs.respiratory_rate         is 'Breaths per minute.';
comment on column clinic.vital_signs.oxygen_saturation        is '%, by pulse oximetry.';
comment on column clinic.vital_signs.weight                   is 'kg.';
comment on column clinic.vital_signs.height                   is 'cm.';
