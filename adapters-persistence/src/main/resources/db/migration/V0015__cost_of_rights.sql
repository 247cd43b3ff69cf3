-- What rights cost. A function in SQL is planned anew by each statement that calls it (up to version 17 of PostgreSQL), one in
-- PL/pgSQL once a session: to ask whether a row may be written took ten times as long as to write it. Of what is part of a
-- record one function is asked, in the place of policies within policies, each of which a statement has to set up whether
-- or not it comes to it: a chart takes four fifths of the time. Below an appointment they stay, which a day's schedule asks
-- of each of its rows, and where a function costs more.

create or replace function access.join_care_team(its_patient uuid, its_provider uuid) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into access.care_team (patient_id, provider_id) values (its_patient, its_provider) on conflict do nothing;
end
$$;

create or replace function access.may_write(visit uuid) returns boolean
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (
        select
          from clinic.appointment a
          join clinic.patient     p on p.id = a.patient_id
         where a.id = visit
           and access.actor() in (a.provider_id, p.provider_id));
end
$$;

-- Whether the actor may see, and write, what is part of a record.
create function access.may_see_record(its_record uuid) returns boolean
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (
        select
          from clinic.medical_record r
          join clinic.appointment    a on a.id = r.appointment_id
          join access.care_team      c on c.patient_id = a.patient_id
         where r.id = its_record
           and c.provider_id = access.actor());
end
$$;

create function access.may_write_record(its_record uuid) returns boolean
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (
        select
          from clinic.medical_record r
          join clinic.appointment    a on a.id = r.appointment_id
          join clinic.patient        p on p.id = a.patient_id
         where r.id = its_record
           and access.actor() in (a.provider_id, p.provider_id));
end
$$;

revoke execute on function access.may_see_record(uuid), access.may_write_record(uuid) from public;
grant execute on function access.may_see_record(uuid), access.may_write_record(uuid) to chartroom_app;

create or replace function booking.may_overbook(visit uuid) returns boolean
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return access.may_write(visit) or not exists (select from clinic.appointment a where a.id = visit);
end
$$;

create or replace function signing.has_author(its_record uuid) returns boolean
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (select from signing.signature s where s.medical_record_id = its_record and s.meaning = 'author');
end
$$;

alter policy symptom_select on clinic.symptom using (access.may_see_record(medical_record_id));
alter policy prescription_select on clinic.prescription using (access.may_see_record(medical_record_id));
alter policy signature_select on signing.signature using (access.may_see_record(medical_record_id));
alter policy addendum_select on signing.addendum using (access.may_see_record(medical_record_id));
alter policy proposal_select on scribe.proposal using (access.may_see_record(medical_record_id));
alter policy symptom_insert on clinic.symptom with check (access.may_write_record(medical_record_id));
alter policy symptom_update on clinic.symptom using (access.may_write_record(medical_record_id));
alter policy symptom_delete on clinic.symptom using (access.may_write_record(medical_record_id));
alter policy prescription_insert on clinic.prescription with check (access.may_write_record(medical_record_id));
alter policy prescription_update on clinic.prescription using (access.may_write_record(medical_record_id));
alter policy prescription_delete on clinic.prescription using (access.may_write_record(medical_record_id));


-- As before, but that the query in the condition is executed only where something was deleted, and that whose row it is is
-- read where it was just written, and from the history, which nobody else reads, only where that is gone.

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
