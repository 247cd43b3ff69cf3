-- Who saw or changed what: ids, never a clinical text. Events outlive what they are about, so nothing here refers to
-- another table. The application's role adds events and, through policies, reads those of its patients; it never changes
-- or deletes one. chartroom_auditor reads all and adds seals (see org.chartroom.audit.domain.Seal); neither does it change
-- or delete anything.

create schema audit;

-- The identity of this database's trail; what is written of its seals outside the database names it.
create table audit.chain (
    id uuid not null default gen_random_uuid(),

    constraint chain_pkey primary key (id)
);

create unique index chain_single on audit.chain ((true));

insert into audit.chain default values;

create sequence audit.event_id as bigint;

-- A transaction has its own number before it draws one for an event, so that whoever looks at the numbers given out, and
-- then at the transactions that run, misses none of these (see SealedTrail.mark).
create table audit.event (
    id          bigint      not null default case when pg_current_xact_id() is not null then nextval('audit.event_id') end,
    recorded_at timestamptz not null default clock_timestamp(),
    action      text        not null,
    kind        text        not null,
    object_id   uuid,
    patient_id  uuid,
    provider_id uuid,
    session_id  uuid,
    request_id  uuid,
    address     inet,
    outcome     text        not null,

    constraint event_pkey          primary key (id),
    constraint event_action_known  check (action in ('create', 'read', 'update', 'delete', 'execute')),
    constraint event_kind_code     check (kind    ~ '^[a-z_]{1,40}$'),
    constraint event_outcome_code  check (outcome ~ '^[a-z-]{1,40}$')
);

alter sequence audit.event_id owned by audit.event.id;

-- select … where patient_id = :patient order by id desc  (who looked at this patient)
create index event_patient_id_idx on audit.event (patient_id, id) where patient_id is not null;

-- digests: for each event its number, 8 bytes, and the SHA-256 of its canonical form, 32 bytes
create table audit.seal (
    number      bigint      not null,
    first_event bigint      not null,
    last_event  bigint      not null,
    digests     bytea       not null,
    sealed_at   timestamptz not null,
    previous    bytea       not null,
    hash        bytea       not null,

    constraint seal_pkey          primary key (number),
    constraint seal_last_event    check (last_event >= first_event),
    constraint seal_digests_size  check (octet_length(digests) % 40 = 0),
    constraint seal_previous_size check (octet_length(previous) = 32),
    constraint seal_hash_size     check (octet_length(hash)     = 32)
);

alter table audit.event enable row level security;

-- who adds an event adds it in his own name, or, where nobody is known, in nobody's
create policy event_insert on audit.event for insert to chartroom_app
    with check (provider_id is not distinct from (select access.actor()));
create policy event_select on audit.event for select to chartroom_app
    using (exists (select from access.care_team c where c.patient_id = event.patient_id and c.provider_id = (select access.actor())));
create policy event_select_all on audit.event for select to chartroom_auditor
    using (true);

grant usage on schema audit to chartroom_app, chartroom_auditor;

grant usage on sequence audit.event_id to chartroom_app;
grant select on audit.event to chartroom_app;
grant insert (action, kind, object_id, patient_id, provider_id, session_id, request_id, address, outcome)
   on audit.event to chartroom_app;

grant select on sequence audit.event_id to chartroom_auditor;
grant select on audit.chain, audit.event, audit.seal to chartroom_auditor;
grant insert on audit.seal to chartroom_auditor;

comment on table audit.chain is 'The identity of this database''s audit trail.';
comment on table audit.event is 'Who saw or changed what, when, from where, and with which outcome.';
comment on table audit.seal  is 'Stretches of the audit trail, closed, each with the hash of the one before.';
