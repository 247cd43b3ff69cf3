-- Who may see what. A patient belongs to one provider; that provider and everybody who has an appointment with the
-- patient, in whatever state, are the care team, and nobody else sees, finds, counts or changes anything of the patient.
-- Every statement of the application says so itself; the policies below say it again, for one that does not. They bind
-- the application's role, which owns nothing; the owner, as which migrations and the functions marked security definer
-- run, they do not bind (no table is set to force them).
--
-- The actor is set for one transaction: select set_config('chartroom.actor', …, true). Afterwards the setting reads ''.

create function access.actor() returns uuid
    language sql
    stable
    parallel safe
    return nullif(current_setting('chartroom.actor', true), '')::uuid;


-- The care team, kept by triggers, so that one look-up by primary key decides

create table access.care_team (
    patient_id  uuid not null,
    provider_id uuid not null,

    constraint care_team_pkey             primary key (patient_id, provider_id),
    constraint care_team_patient_id_fkey  foreign key (patient_id)  references clinic.patient  (id) on delete cascade,
    constraint care_team_provider_id_fkey foreign key (provider_id) references clinic.provider (id) on delete cascade
);

-- select … where provider_id = :actor  (the patients that are shared with a provider)
create index care_team_provider_id_idx on access.care_team (provider_id, patient_id);

comment on table access.care_team is 'Who may see a patient: the patient''s own provider, and everybody with an appointment.';

create function access.join_care_team(its_patient uuid, its_provider uuid) returns void
    language sql
    set search_path = pg_catalog, pg_temp
    begin atomic
        insert into access.care_team (patient_id, provider_id) values (its_patient, its_provider) on conflict do nothing;
    end;

-- Whoever books in the same moment holds a key share of the patient's row, by the foreign key; taking the row waits for
-- that, and the statement after it sees what was booked. A patient who is being deleted takes the team along.
create function access.leave_care_team(its_patient uuid, its_provider uuid) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform from clinic.patient where id = its_patient for update;
    if found then
        delete from access.care_team
         where patient_id  = its_patient
           and provider_id = its_provider
           and not exists (select from clinic.patient     p where p.id         = its_patient and p.provider_id = its_provider)
           and not exists (select from clinic.appointment a where a.patient_id = its_patient and a.provider_id = its_provider);
    end if;
end
$$;

revoke execute on function access.join_care_team(uuid, uuid), access.leave_care_team(uuid, uuid) from public;

-- For clinic.patient with ('id'), for clinic.appointment with ('patient_id')
create function access.keep_care_team() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    before jsonb := to_jsonb(old);
    after  jsonb := to_jsonb(new);
begin
    if tg_op <> 'DELETE' then
        perform access.join_care_team((after ->> tg_argv[0])::uuid, new.provider_id);
    end if;
    if tg_op <> 'INSERT' then
        perform access.leave_care_team((before ->> tg_argv[0])::uuid, old.provider_id);
    end if;
    return null;
end
$$;

create trigger patient_care_team
    after insert or update of provider_id on clinic.patient
    for each row execute function access.keep_care_team('id');

create trigger appointment_care_team
    after insert or delete or update of patient_id, provider_id on clinic.appointment
    for each row execute function access.keep_care_team('patient_id');

insert into access.care_team (patient_id, provider_id)
select id, provider_id from clinic.patient
 union
select patient_id, provider_id from clinic.appointment;

grant select on access.care_team to chartroom_app;


-- What only the patient's provider does, and what the provider of an appointment does too

-- Hands a patient over: the one change of whose patient it is. Null when it is not the actor's or was changed since.
create function access.transfer_patient(its_id uuid, receiver uuid, seen timestamptz) returns timestamptz
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        update clinic.patient
           set provider_id = receiver
         where id = its_id
           and provider_id = access.actor()
           and updated_at = seen
        returning updated_at;
    end;

-- Whether the actor may write the record and the vital signs of an appointment.
create function access.may_write(visit uuid) returns boolean
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select exists (
            select
              from clinic.appointment a
              join clinic.patient     p on p.id = a.patient_id
             where a.id = visit
               and access.actor() in (a.provider_id, p.provider_id));
    end;

revoke execute on function access.transfer_patient(uuid, uuid, timestamptz), access.may_write(uuid) from public;
grant execute on function access.transfer_patient(uuid, uuid, timestamptz), access.may_write(uuid) to chartroom_app;


-- The policies. (select access.actor()) is worked out once a statement, not once a row. Foreign keys ignore policies, so
-- every insert looks whether the parent is the actor's to write to, and no update moves a row to another parent: the
-- columns that say whose it is are not the application's to update.

alter table access.care_team         enable row level security;
alter table clinic.patient           enable row level security;
alter table clinic.allergy           enable row level security;
alter table clinic.chronic_condition enable row level security;
alter table clinic.appointment       enable row level security;
alter table clinic.medical_record    enable row level security;
alter table clinic.vital_signs       enable row level security;
alter table clinic.symptom           enable row level security;
alter table clinic.prescription      enable row level security;

create policy care_team_select on access.care_team for select
    using (provider_id = (select access.actor()));

-- the owner's column first: what insert … returning asks for, the trigger has not done yet
create policy patient_select on clinic.patient for select
    using (provider_id = (select access.actor())
           or exists (select from access.care_team c where c.patient_id = patient.id and c.provider_id = (select access.actor())));
create policy patient_insert on clinic.patient for insert with check (provider_id = (select access.actor()));
create policy patient_update on clinic.patient for update using      (provider_id = (select access.actor()));
create policy patient_delete on clinic.patient for delete using      (provider_id = (select access.actor()));

create policy allergy_select on clinic.allergy for select
    using (exists (select from access.care_team c where c.patient_id = allergy.patient_id and c.provider_id = (select access.actor())));
create policy allergy_insert on clinic.allergy for insert
    with check (exists (select from clinic.patient p where p.id = allergy.patient_id and p.provider_id = (select access.actor())));
create policy allergy_update on clinic.allergy for update
    using (exists (select from clinic.patient p where p.id = allergy.patient_id and p.provider_id = (select access.actor())));
create policy allergy_delete on clinic.allergy for delete
    using (exists (select from clinic.patient p where p.id = allergy.patient_id and p.provider_id = (select access.actor())));

create policy chronic_condition_select on clinic.chronic_condition for select
    using (exists (select from access.care_team c where c.patient_id = chronic_condition.patient_id and c.provider_id = (select access.actor())));
create policy chronic_condition_insert on clinic.chronic_condition for insert
    with check (exists (select from clinic.patient p where p.id = chronic_condition.patient_id and p.provider_id = (select access.actor())));
create policy chronic_condition_update on clinic.chronic_condition for update
    using (exists (select from clinic.patient p where p.id = chronic_condition.patient_id and p.provider_id = (select access.actor())));
create policy chronic_condition_delete on clinic.chronic_condition for delete
    using (exists (select from clinic.patient p where p.id = chronic_condition.patient_id and p.provider_id = (select access.actor())));

create policy appointment_select on clinic.appointment for select
    using (exists (select from access.care_team c where c.patient_id = appointment.patient_id and c.provider_id = (select access.actor())));
create policy appointment_insert on clinic.appointment for insert
    with check (exists (select from clinic.patient p where p.id = appointment.patient_id and p.provider_id = (select access.actor())));
create policy appointment_update on clinic.appointment for update
    using (provider_id = (select access.actor())
           or exists (select from clinic.patient p where p.id = appointment.patient_id and p.provider_id = (select access.actor())));
create policy appointment_delete on clinic.appointment for delete
    using (exists (select from clinic.patient p where p.id = appointment.patient_id and p.provider_id = (select access.actor())));

-- what is read below an appointment asks the appointment's own policy, and what is read below a record the record's
create policy medical_record_select on clinic.medical_record for select
    using (exists (select from clinic.appointment a where a.id = medical_record.appointment_id));
create policy medical_record_insert on clinic.medical_record for insert with check (access.may_write(appointment_id));
create policy medical_record_update on clinic.medical_record for update using      (access.may_write(appointment_id));
create policy medical_record_delete on clinic.medical_record for delete using      (access.may_write(appointment_id));

create policy vital_signs_select on clinic.vital_signs for select
    using (exists (select from clinic.appointment a where a.id = vital_signs.appointment_id));
create policy vital_signs_insert on clinic.vital_signs for insert with check (access.may_write(appointment_id));
create policy vital_signs_update on clinic.vital_signs for update using      (access.may_write(appointment_id));
create policy vital_signs_delete on clinic.vital_signs for delete using      (access.may_write(appointment_id));

create policy symptom_select on clinic.symptom for select
    using (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id));
create policy symptom_insert on clinic.symptom for insert
    with check (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id and access.may_write(r.appointment_id)));
create policy symptom_update on clinic.symptom for update
    using (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id and access.may_write(r.appointment_id)));
create policy symptom_delete on clinic.symptom for delete
    using (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id and access.may_write(r.appointment_id)));

create policy prescription_select on clinic.prescription for select
    using (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id));
create policy prescription_insert on clinic.prescription for insert
    with check (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id and access.may_write(r.appointment_id)));
create policy prescription_update on clinic.prescription for update
    using (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id and access.may_write(r.appointment_id)));
create policy prescription_delete on clinic.prescription for delete
    using (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id and access.may_write(r.appointment_id)));


-- Ids, parents and times of a row are what it was made with

revoke update
    on clinic.patient, clinic.allergy, clinic.chronic_condition, clinic.appointment, clinic.medical_record,
       clinic.symptom, clinic.prescription, clinic.vital_signs
  from chartroom_app;

grant update (first_name, last_name, date_of_birth, sex, phone, email, address, city, state, zip_code,
              emergency_contact_name, emergency_contact_phone, insurance_provider, insurance_policy_number, notes)
    on clinic.patient to chartroom_app;
grant update (allergen, severity, reaction)
    on clinic.allergy to chartroom_app;
grant update (condition, diagnosed_date, notes)
    on clinic.chronic_condition to chartroom_app;
grant update (appointment_date, appointment_type, status, reason, notes)
    on clinic.appointment to chartroom_app;
grant update (chief_complaint, subjective, objective, assessment, plan, ai_transcript, ai_summary)
    on clinic.medical_record to chartroom_app;
grant update (name, severity, duration, notes, ai_generated)
    on clinic.symptom to chartroom_app;
grant update (medication, dosage, frequency, duration, quantity, refills, instructions, ai_generated)
    on clinic.prescription to chartroom_app;
grant update (blood_pressure_systolic, blood_pressure_diastolic, heart_rate, temperature, respiratory_rate,
              oxygen_saturation, weight, height)
    on clinic.vital_signs to chartroom_app;
