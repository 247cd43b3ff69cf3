-- A provider's active appointments never overlap, whoever writes them: the application, an import, SQL by hand. How long
-- one lasts follows from its type; clinic.appointment has the ticket's columns and no others, so the times that are taken
-- stand in a table of their own, kept by a trigger. Active are scheduled, checked_in and in_progress.
--
-- Overbooking is deliberate: a row of booking.overbooking lets an appointment overlap. It is written in the transaction
-- that books or moves the appointment, before it, and holds for that time: one that is moved without a new one loses the
-- old. An appointment without one is checked against all active ones of its provider, overbooked or not, under a lock per
-- provider; the constraint guards those without one against each other once more.

create schema booking;

-- uuid in a GiST index; where an administrator has installed it elsewhere, that one serves
create extension if not exists btree_gist with schema booking;


-- How long an appointment lasts. The clinic may change it (see docs/operations.md); what is booked keeps its length until
-- it is moved.

create table booking.appointment_length (
    appointment_type clinic.appointment_type not null,
    minutes          integer                 not null,

    constraint appointment_length_pkey          primary key (appointment_type),
    constraint appointment_length_minutes_range check (minutes between 5 and 480)
);

insert into booking.appointment_length (appointment_type, minutes)
values ('new_patient', 40), ('follow_up', 20), ('routine_checkup', 30), ('sick_visit', 20), ('telehealth', 20);


-- That an appointment may overlap others, and why. Written before the appointment is, so the key is checked at the end.

create table booking.overbooking (
    appointment_id uuid        not null,
    reason         text        not null,
    recorded_by    uuid,
    recorded_at    timestamptz not null default now(),

    constraint overbooking_pkey                primary key (appointment_id),
    constraint overbooking_appointment_id_fkey foreign key (appointment_id) references clinic.appointment (id)
                                                   on delete cascade deferrable initially deferred,
    constraint overbooking_recorded_by_fkey    foreign key (recorded_by)    references clinic.provider (id) on delete restrict,
    constraint overbooking_reason_text         check (char_length(reason) <= 500 and reason ~ '\S')
);

-- delete from clinic.provider …  (the restriction looks for what the provider overbooked)
create index overbooking_recorded_by_idx on booking.overbooking (recorded_by);


-- The times at which providers are taken, one row for each active appointment

create table booking.busy (
    appointment_id uuid      not null,
    provider_id    uuid      not null,
    during         tstzrange not null,
    overbooked     boolean   not null,

    constraint busy_pkey                primary key (appointment_id),
    constraint busy_appointment_id_fkey foreign key (appointment_id) references clinic.appointment (id) on delete cascade,
    constraint busy_during_range        check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    constraint busy_overlap             exclude using gist (provider_id with =, during with &&) where (not overbooked)
);

-- select … where provider_id = :provider and during && :time  (what a booking meets; the free times of a day)
create index busy_provider_id_idx on booking.busy using gist (provider_id, during);

-- A type without a length cannot be booked: a time that never ends would take the provider for good
create function booking.length_of(its_type clinic.appointment_type) returns interval
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    its_length interval;
begin
    select make_interval(mins => l.minutes)
      into strict its_length
      from booking.appointment_length l
     where l.appointment_type = its_type;
    return its_length;
end
$$;

-- Those of some appointments that the actor may see: what a refusal tells
create function booking.visible_to_actor(appointments uuid[]) returns uuid[]
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    begin atomic
        select coalesce(array_agg(a.id order by a.appointment_date, a.id), '{}')
          from clinic.appointment a
          join access.care_team   c on c.patient_id = a.patient_id and c.provider_id = access.actor()
         where a.id = any (appointments);
    end;

create function booking.keep_busy() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    active     clinic.appointment_status[] := array['scheduled', 'checked_in', 'in_progress'];
    moved      boolean;
    taken      tstzrange;
    deliberate boolean;
    met        uuid[];
begin
    if tg_op = 'UPDATE' then
        moved := (old.provider_id, old.appointment_date, old.appointment_type)
              <> (new.provider_id, new.appointment_date, new.appointment_type);
        if moved then
            delete from booking.overbooking where appointment_id = new.id and recorded_at <> now();
        end if;
        if new.status <> all (active) then
            delete from booking.busy where appointment_id = new.id;
            return null;
        end if;
        if not moved and old.status = any (active) then
            return null;
        end if;
    elsif new.status <> all (active) then
        return null;
    end if;

    -- Whoever books the same provider at the same moment waits here, and the statement below sees what was booked. Where a
    -- transaction sees what was there when it began, it would not, and the constraint does not know of overbooked ones.
    if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
        raise exception 'appointments are booked in a transaction that is read committed'
              using errcode = 'feature_not_supported';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('booking of ' || new.provider_id, 0));

    taken := tstzrange(new.appointment_date, new.appointment_date + booking.length_of(new.appointment_type));
    deliberate := exists (select from booking.overbooking o where o.appointment_id = new.id);
    if not deliberate then
        select array_agg(b.appointment_id)
          into met
          from booking.busy b
         where b.provider_id = new.provider_id
           and b.during && taken
           and b.appointment_id <> new.id;
        if met is not null then
            raise exception 'the provider has another active appointment at that time'
                  using errcode = 'exclusion_violation', schema = 'booking', table = 'busy', constraint = 'busy_overlap',
                        detail = array_to_string(booking.visible_to_actor(met), ' ');
        end if;
    end if;
    insert into booking.busy (appointment_id, provider_id, during, overbooked)
    values (new.id, new.provider_id, taken, deliberate)
    on conflict (appointment_id) do update
       set provider_id = excluded.provider_id,
           during      = excluded.during,
           overbooked  = excluded.overbooked;
    return null;
end
$$;

create trigger appointment_busy
    after insert or update of provider_id, appointment_date, appointment_type, status on clinic.appointment
    for each row execute function booking.keep_busy();

-- Whether the actor may let an appointment overlap others: one that is the actor's to change, or still to be written
create function booking.may_overbook(visit uuid) returns boolean
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select access.may_write(visit) or not exists (select from clinic.appointment a where a.id = visit);
    end;

-- When a provider is taken, without a word about with whom: whoever books with a colleague has to know the free times.
-- What overlaps or touches is one stretch.
create function booking.taken(its_provider uuid, within tstzrange) returns setof tstzrange
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select unnest(range_agg(b.during)) from booking.busy b where b.provider_id = its_provider and b.during && within;
    end;


-- select … where provider_id = :actor and appointment_date … order by appointment_date, id  (a provider's list and day;
-- of 400,000 appointments of 20 providers a day takes 0.2 ms in the place of 1.5 ms)
create index appointment_provider_id_appointment_date_id_idx on clinic.appointment (provider_id, appointment_date, id);


-- Rights

alter table booking.overbooking enable row level security;

-- who has an appointment before his eyes has its overbooking too
create policy overbooking_select on booking.overbooking for select
    using (exists (select from clinic.appointment a where a.id = overbooking.appointment_id));
create policy overbooking_insert on booking.overbooking for insert
    with check (recorded_by = (select access.actor()) and booking.may_overbook(appointment_id));
create policy overbooking_delete on booking.overbooking for delete
    using (access.may_write(appointment_id));

revoke execute
    on function booking.length_of(clinic.appointment_type), booking.visible_to_actor(uuid[]), booking.may_overbook(uuid),
                booking.taken(uuid, tstzrange)
  from public;

grant usage on schema booking to chartroom_app;
grant select on booking.appointment_length to chartroom_app;
grant select, insert (appointment_id, reason, recorded_by), delete on booking.overbooking to chartroom_app;
grant execute on function booking.may_overbook(uuid), booking.taken(uuid, tstzrange) to chartroom_app;

comment on table booking.appointment_length is 'How long an appointment of a type lasts.';
comment on table booking.overbooking        is 'Appointments that may overlap others of their provider, and why.';
comment on table booking.busy               is 'When providers are taken: one row for each active appointment, kept by a trigger.';

comment on column booking.overbooking.recorded_by is 'Who decided it; null where it was so before double booking was refused.';
comment on column booking.busy.during             is 'From the appointment''s time, for the length of its type.';
comment on column booking.busy.overbooked         is 'Whether it was let overlap others when it took that time.';


-- What overlaps already was meant to. At the end, since a table with a key yet to be checked cannot be altered.

insert into booking.busy (appointment_id, provider_id, during, overbooked)
select id, provider_id, tstzrange(begins, ends),
       coalesce(begins < max(ends)    over (book rows between unbounded preceding and 1 preceding)
                or ends > lead(begins) over book, false)
  from (select id, provider_id, appointment_date as begins, appointment_date + booking.length_of(appointment_type) as ends
          from clinic.appointment
         where status in ('scheduled', 'checked_in', 'in_progress')) active
window book as (partition by provider_id order by begins, id);

insert into booking.overbooking (appointment_id, reason)
select appointment_id, 'overlapped before double booking was refused'
  from booking.busy
 where overbooked;

analyze booking.busy, booking.overbooking;
