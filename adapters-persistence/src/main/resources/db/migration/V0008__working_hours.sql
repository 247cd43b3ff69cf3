-- When providers work: stretches of each week in the clinic's local time, and dates on which others hold, or none. What is
-- free follows from these, from what is taken (booking.taken) and from how long an appointment lasts; nothing here forbids
-- a booking outside them.
--
-- 24:00 is the end of a day, so a night is two stretches. A zone is kept nowhere: the clinic's is a setting, and its rules
-- change by law.

-- The root: its updated_at is the version of all hours of a provider. Before the first change there is no row, and the
-- version is when the provider was added.
create table booking.working_hours (
    provider_id uuid        not null,
    created_at  timestamptz not null default clock_timestamp(),
    updated_at  timestamptz not null default clock_timestamp(),

    constraint working_hours_pkey             primary key (provider_id),
    constraint working_hours_provider_id_fkey foreign key (provider_id) references clinic.provider (id) on delete cascade
);

create table booking.weekly_hours (
    provider_id uuid     not null,
    day         smallint not null,
    starts      time     not null,
    ends        time     not null,

    constraint weekly_hours_pkey             primary key (provider_id, day, starts),
    constraint weekly_hours_provider_id_fkey foreign key (provider_id) references booking.working_hours (provider_id)
                                                 on delete cascade,
    constraint weekly_hours_day_range        check (day between 1 and 7),
    constraint weekly_hours_ends_later       check (ends > starts),
    constraint weekly_hours_whole_minutes    check (extract(second from starts) = 0 and extract(second from ends) = 0),
    constraint weekly_hours_overlap          exclude using gist (
                                                 provider_id with =, day with =,
                                                 numrange(extract(epoch from starts), extract(epoch from ends)) with &&)
);

-- A date on which the stretches below hold instead of the week's; without any it is a day off.
create table booking.hours_exception (
    provider_id uuid not null,
    date        date not null,

    constraint hours_exception_pkey             primary key (provider_id, date),
    constraint hours_exception_provider_id_fkey foreign key (provider_id) references booking.working_hours (provider_id)
                                                    on delete cascade,
    constraint hours_exception_date_range       check (date between '1900-01-01' and '2199-12-31')
);

create table booking.exception_hours (
    provider_id uuid not null,
    date        date not null,
    starts      time not null,
    ends        time not null,

    constraint exception_hours_pkey          primary key (provider_id, date, starts),
    constraint exception_hours_date_fkey     foreign key (provider_id, date) references booking.hours_exception (provider_id, date)
                                                 on delete cascade,
    constraint exception_hours_ends_later    check (ends > starts),
    constraint exception_hours_whole_minutes check (extract(second from starts) = 0 and extract(second from ends) = 0),
    constraint exception_hours_overlap       exclude using gist (
                                                 provider_id with =, date with =,
                                                 numrange(extract(epoch from starts), extract(epoch from ends)) with &&)
);

create trigger working_hours_timestamps
    before update on booking.working_hours
    for each row execute function clinic.keep_timestamps();


-- Rights. Whoever has signed in sees when a colleague works, since the free times tell it anyway; nobody changes another's.

alter table booking.working_hours   enable row level security;
alter table booking.weekly_hours    enable row level security;
alter table booking.hours_exception enable row level security;
alter table booking.exception_hours enable row level security;

create policy working_hours_select   on booking.working_hours   for select using ((select access.actor()) is not null);
create policy weekly_hours_select    on booking.weekly_hours    for select using ((select access.actor()) is not null);
create policy hours_exception_select on booking.hours_exception for select using ((select access.actor()) is not null);
create policy exception_hours_select on booking.exception_hours for select using ((select access.actor()) is not null);

create policy working_hours_insert   on booking.working_hours   for insert with check (provider_id = (select access.actor()));
create policy weekly_hours_insert    on booking.weekly_hours    for insert with check (provider_id = (select access.actor()));
create policy hours_exception_insert on booking.hours_exception for insert with check (provider_id = (select access.actor()));
create policy exception_hours_insert on booking.exception_hours for insert with check (provider_id = (select access.actor()));

create policy working_hours_update   on booking.working_hours   for update using (provider_id = (select access.actor()));

create policy weekly_hours_delete    on booking.weekly_hours    for delete using (provider_id = (select access.actor()));
create policy hours_exception_delete on booking.hours_exception for delete using (provider_id = (select access.actor()));

grant select, insert, update (updated_at) on booking.working_hours to chartroom_app;
grant select, insert, delete on booking.weekly_hours, booking.hours_exception to chartroom_app;
grant select, insert on booking.exception_hours to chartroom_app;

comment on table booking.working_hours   is 'Whose working hours were ever set; the version of all of them.';
comment on table booking.weekly_hours    is 'When a provider works, week by week, in the clinic''s local time.';
comment on table booking.hours_exception is 'Dates on which a provider''s weekly hours do not hold.';
comment on table booking.exception_hours is 'When a provider works on such a date; on one without any, not at all.';

comment on column booking.weekly_hours.day     is 'As ISO 8601 counts: 1 is Monday, 7 is Sunday.';
comment on column booking.weekly_hours.ends    is 'Up to 24:00, the end of the day.';
comment on column booking.exception_hours.ends is 'Up to 24:00, the end of the day.';
