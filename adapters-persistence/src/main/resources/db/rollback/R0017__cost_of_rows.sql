-- The policy as V0016, the function as V0015 and the check as V0012 made them.

create or replace function history.keep() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    its_row     jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    its_patient uuid  := its_row ->> tg_argv[2];
    its_root    uuid;
    present     record;
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

alter table history.row_version
    add constraint row_version_kind_known check (kind in ('patient', 'allergy', 'chronic_condition', 'appointment',
                                                          'vital_signs', 'medical_record', 'symptom', 'prescription'));

alter policy appointment_select on clinic.appointment
    using (exists (select from access.care_team c where c.patient_id = appointment.patient_id and c.provider_id = (select access.actor()) offset 0));
