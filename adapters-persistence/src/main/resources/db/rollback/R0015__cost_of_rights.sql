-- Functions and policies as their own migrations made them. Bodies in SQL are executed as texts: the driver would take their
-- semicolons for ends of statements.

alter policy symptom_select on clinic.symptom
    using (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id));
alter policy prescription_select on clinic.prescription
    using (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id));
alter policy signature_select on signing.signature
    using (exists (select from clinic.medical_record r where r.id = signature.medical_record_id));
alter policy addendum_select on signing.addendum
    using (exists (select from clinic.medical_record r where r.id = addendum.medical_record_id));
alter policy proposal_select on scribe.proposal
    using (exists (select from clinic.medical_record r where r.id = proposal.medical_record_id));
alter policy symptom_insert on clinic.symptom
    with check (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id and access.may_write(r.appointment_id)));
alter policy symptom_update on clinic.symptom
    using (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id and access.may_write(r.appointment_id)));
alter policy symptom_delete on clinic.symptom
    using (exists (select from clinic.medical_record r where r.id = symptom.medical_record_id and access.may_write(r.appointment_id)));
alter policy prescription_insert on clinic.prescription
    with check (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id and access.may_write(r.appointment_id)));
alter policy prescription_update on clinic.prescription
    using (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id and access.may_write(r.appointment_id)));
alter policy prescription_delete on clinic.prescription
    using (exists (select from clinic.medical_record r where r.id = prescription.medical_record_id and access.may_write(r.appointment_id)));

drop function access.may_see_record(uuid);
drop function access.may_write_record(uuid);

do $way_back$ begin execute $function$
create or replace function access.join_care_team(its_patient uuid, its_provider uuid) returns void
    language sql
    set search_path = pg_catalog, pg_temp
    begin atomic
        insert into access.care_team (patient_id, provider_id) values (its_patient, its_provider) on conflict do nothing;
    end
$function$; end $way_back$;

do $way_back$ begin execute $function$
create or replace function access.may_write(visit uuid) returns boolean
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
    end
$function$; end $way_back$;

do $way_back$ begin execute $function$
create or replace function booking.may_overbook(visit uuid) returns boolean
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select access.may_write(visit) or not exists (select from clinic.appointment a where a.id = visit);
    end
$function$; end $way_back$;

create or replace function history.keep() returns trigger
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

do $way_back$ begin execute $function$
create or replace function signing.has_author(its_record uuid) returns boolean
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select exists (select from signing.signature s where s.medical_record_id = its_record and s.meaning = 'author');
    end
$function$; end $way_back$;
