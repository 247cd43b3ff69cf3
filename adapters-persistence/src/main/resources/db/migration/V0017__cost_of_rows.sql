-- What is asked and kept row by row. A day's schedule of 20 appointments asked 60 times for a care team: for each of them, and
-- for each again below its vital signs and its record. Whose appointment it is is of the team as long as it is theirs
-- (access.keep_care_team), so the row itself tells; the index is asked of others' appointments alone.

alter policy appointment_select on clinic.appointment
    using (provider_id = (select access.actor())
           or exists (select from access.care_team c where c.patient_id = appointment.patient_id and c.provider_id = (select access.actor()) offset 0));


-- Each row of a transaction called a function to learn the transaction's instant and number, which changes two settings
-- for itself: only the first does. And a check is read anew by each statement, of which there is one a row; this one says
-- what triggers alone write, of their own tables. An import of 1,000 charts, of 22,680 rows: 1.3 s for their history, then 0.95.

alter table history.row_version drop constraint row_version_kind_known;

create or replace function history.keep() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    its_row     jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    its_patient uuid  := its_row ->> tg_argv[2];
    its_root    uuid;
    present     text[] := string_to_array(current_setting('chartroom.change', true), '|');
begin
    if tg_op = 'DELETE' and tg_table_name = 'patient' then
        delete from history.row_version where patient_id = old.id;
        return null;
    end if;
    if tg_argv[1] = 'of' then
        its_root := its_patient;
        if tg_argv[2] = 'appointment_id' then
            select a.patient_id into its_patient from clinic.appointment a where a.id = its_root;
        else
            select a.patient_id
              into its_patient
              from clinic.medical_record r
              join clinic.appointment    a on a.id = r.appointment_id
             where r.id = its_root;
        end if;
        if not found then
            select v.patient_id into its_patient from history.row_version v where v.root_id = its_root limit 1;
        end if;
    end if;
    -- what goes with its patient leaves nothing
    if tg_op = 'DELETE' then
        if not exists (select from clinic.patient p where p.id = its_patient) then
            return null;
        end if;
    end if;
    if present[1] is distinct from pg_current_xact_id()::text then
        perform history.present_change();
        present := string_to_array(current_setting('chartroom.change'), '|');
    end if;
    insert into history.row_version (root_id, kind, id, recorded_at, change, patient_id, provider_id, request_id, state)
    values ((its_row ->> tg_argv[0])::uuid, tg_table_name, (its_row ->> 'id')::uuid, present[2]::timestamptz, present[3]::bigint,
            its_patient, access.actor(), nullif(current_setting('chartroom.request', true), '')::uuid,
            case when tg_op <> 'DELETE' then jsonb_strip_nulls(its_row) end)
    on conflict on constraint row_version_pkey do update
       set state = excluded.state;
    return null;
end
$$;
