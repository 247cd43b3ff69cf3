-- Every state that a row of a patient ever had, and when, by whom and in which request it came about. Written by triggers,
-- so that no way of writing goes round it: the application, an import, SQL by hand. Rows are added and never changed; they
-- go when their patient does.
--
-- The triggers fire when the transaction commits. By then it holds each row that it changed, so an instant that is taken
-- now is later than that of whoever held the row before; and it is one for the whole transaction, so that what was
-- written together is known together. Of a row that was changed more than once its last state is kept.
--
-- Nothing refers to the patient by a key: whoever deletes a patient has waited for all who changed something below, and
-- what they kept is deleted by the trigger, last of all, when everything else of the patient has gone.

create schema history;

create sequence history.change as bigint;

create table history.row_version (
    root_id     uuid        not null,
    kind        text        not null,
    id          uuid        not null,
    recorded_at timestamptz not null,
    change      bigint      not null,
    patient_id  uuid        not null,
    provider_id uuid,
    request_id  uuid,
    state       jsonb,

    constraint row_version_pkey       primary key (root_id, kind, id, recorded_at),
    constraint row_version_kind_known check (kind in ('patient', 'allergy', 'chronic_condition', 'appointment',
                                                      'vital_signs', 'medical_record', 'symptom', 'prescription'))
);

-- select … where patient_id = :patient  (a chart as it was known then; what goes with an erased patient)
create index row_version_patient_id_idx on history.row_version (patient_id);

alter table history.row_version enable row level security;

create policy row_version_select on history.row_version for select
    using (exists (select from access.care_team c where c.patient_id = row_version.patient_id and c.provider_id = (select access.actor())));

grant usage on schema history to chartroom_app;
grant select on history.row_version to chartroom_app;

comment on table history.row_version is 'Every state that a row of a patient ever had; the last one is the present.';

comment on column history.row_version.root_id     is 'The aggregate: a patient, an appointment, a record; of vital signs the appointment.';
comment on column history.row_version.kind        is 'The table in schema clinic.';
comment on column history.row_version.recorded_at is 'When its transaction committed; one instant for all that it wrote.';
comment on column history.row_version.change      is 'One number for all that a transaction wrote; ascending, whatever the clock does.';
comment on column history.row_version.provider_id is 'Who acted; null when nobody was signed in.';
comment on column history.row_version.request_id  is 'As in the audit trail; null when it was not a request.';
comment on column history.row_version.state       is 'The row, without what was null; null when it was deleted.';


-- The instant and number of the present transaction. They are kept in a setting, which anybody may set: one that is not
-- of this transaction is not taken.
create function history.present_change(out its_instant timestamptz, out its_number bigint)
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set datestyle = 'ISO, YMD'
as $$
declare
    parts text[] := string_to_array(current_setting('chartroom.change', true), '|');
begin
    if parts[1] = pg_current_xact_id()::text then
        its_instant := parts[2];
        its_number  := parts[3];
    else
        its_instant := clock_timestamp();
        its_number  := nextval('history.change');
        perform set_config('chartroom.change', concat_ws('|', pg_current_xact_id(), its_instant, its_number), true);
    end if;
end
$$;

revoke execute on function history.present_change() from public;

-- Arguments: the column that names the aggregate's root, and, where the patient is not in the row itself, 'of' and the column
-- that names a root whose patient is known; else 'in' and the column with the patient.
create function history.keep() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    its_row     jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    its_patient uuid  := its_row ->> tg_argv[2];
    present     record;
begin
    if tg_op = 'DELETE' and tg_table_name = 'patient' then
        delete from history.row_version where patient_id = old.id;
        return null;
    end if;
    if tg_argv[1] = 'of' then
        select v.patient_id into its_patient from history.row_version v where v.root_id = its_patient limit 1;
    end if;
    -- what goes with its patient leaves nothing
    if tg_op = 'DELETE' and not exists (select from clinic.patient p where p.id = its_patient) then
        return null;
    end if;
    present := history.present_change();
    insert into history.row_version (root_id, kind, id, recorded_at, change, patient_id, provider_id, request_id, state)
    values ((its_row ->> tg_argv[0])::uuid, tg_table_name, (its_row ->> 'id')::uuid, present.its_instant, present.its_number,
            its_patient, access.actor(), nullif(current_setting('chartroom.request', true), '')::uuid,
            case when tg_op <> 'DELETE' then jsonb_strip_nulls(its_row) end)
    on conflict on constraint row_version_pkey do update
       set state = excluded.state;
    return null;
end
$$;

create constraint trigger patient_history
    after insert or update or delete on clinic.patient
    deferrable initially deferred
    for each row execute function history.keep('id', 'in', 'id');

create constraint trigger allergy_history
    after insert or update or delete on clinic.allergy
    deferrable initially deferred
    for each row execute function history.keep('patient_id', 'in', 'patient_id');

create constraint trigger chronic_condition_history
    after insert or update or delete on clinic.chronic_condition
    deferrable initially deferred
    for each row execute function history.keep('patient_id', 'in', 'patient_id');

create constraint trigger appointment_history
    after insert or update or delete on clinic.appointment
    deferrable initially deferred
    for each row execute function history.keep('id', 'in', 'patient_id');

create constraint trigger vital_signs_history
    after insert or update or delete on clinic.vital_signs
    deferrable initially deferred
    for each row execute function history.keep('appointment_id', 'of', 'appointment_id');

create constraint trigger medical_record_history
    after insert or update or delete on clinic.medical_record
    deferrable initially deferred
    for each row execute function history.keep('id', 'of', 'appointment_id');

create constraint trigger symptom_history
    after insert or update or delete on clinic.symptom
    deferrable initially deferred
    for each row execute function history.keep('medical_record_id', 'of', 'medical_record_id');

create constraint trigger prescription_history
    after insert or update or delete on clinic.prescription
    deferrable initially deferred
    for each row execute function history.keep('medical_record_id', 'of', 'medical_record_id');


-- What is there now is where history begins

with present as (
    select p.its_instant, p.its_number from history.present_change() p
), present_row (root_id, kind, id, patient_id, state) as (
    select id, 'patient', id, id, to_jsonb(p) from clinic.patient p
     union all
    select patient_id, 'allergy', id, patient_id, to_jsonb(a) from clinic.allergy a
     union all
    select patient_id, 'chronic_condition', id, patient_id, to_jsonb(c) from clinic.chronic_condition c
     union all
    select id, 'appointment', id, patient_id, to_jsonb(a) from clinic.appointment a
     union all
    select v.appointment_id, 'vital_signs', v.id, a.patient_id, to_jsonb(v)
      from clinic.vital_signs v
      join clinic.appointment a on a.id = v.appointment_id
     union all
    select r.id, 'medical_record', r.id, a.patient_id, to_jsonb(r)
      from clinic.medical_record r
      join clinic.appointment    a on a.id = r.appointment_id
     union all
    select r.id, 'symptom', s.id, a.patient_id, to_jsonb(s)
      from clinic.symptom        s
      join clinic.medical_record r on r.id = s.medical_record_id
      join clinic.appointment    a on a.id = r.appointment_id
     union all
    select r.id, 'prescription', m.id, a.patient_id, to_jsonb(m)
      from clinic.prescription   m
      join clinic.medical_record r on r.id = m.medical_record_id
      join clinic.appointment    a on a.id = r.appointment_id
)
insert into history.row_version (root_id, kind, id, recorded_at, change, patient_id, state)
select r.root_id, r.kind, r.id, p.its_instant, p.its_number, r.patient_id, jsonb_strip_nulls(r.state)
  from present_row  r
 cross join present p;
