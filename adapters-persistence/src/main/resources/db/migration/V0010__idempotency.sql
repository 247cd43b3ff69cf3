-- The answers to what created something, kept for a day, so that a client whose answer was lost can ask again without
-- creating it twice. Written in the transaction that created the thing, and gone with the patient whom it is about.

create schema idempotency;

create table idempotency.answer (
    provider_id  uuid        not null,
    key          text        not null,
    request_hash bytea       not null,
    patient_id   uuid        not null,
    status       integer     not null,
    location     text        not null,
    etag         text,
    body         text        not null,
    answered_at  timestamptz not null,

    constraint answer_pkey              primary key (provider_id, key),
    constraint answer_provider_id_fkey  foreign key (provider_id) references clinic.provider (id) on delete cascade,
    constraint answer_patient_id_fkey   foreign key (patient_id)  references clinic.patient  (id) on delete cascade,
    constraint answer_key_text          check (key ~ '^[!-~]{1,128}$'),
    constraint answer_request_hash_size check (octet_length(request_hash) = 32),
    constraint answer_status_range      check (status between 200 and 299)
);

-- delete from clinic.patient where id = :patient                  (the cascade looks for what is about the patient)
create index answer_patient_id_idx  on idempotency.answer (patient_id);

-- delete from idempotency.answer where answered_at <= :oldest     (every few minutes)
create index answer_answered_at_idx on idempotency.answer (answered_at);

create function idempotency.remove_before(oldest timestamptz) returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        delete from idempotency.answer where answered_at <= oldest;
    end;

alter table idempotency.answer enable row level security;

-- a key is its provider's alone; what it is about must be the provider's to see when it is written
create policy answer_select on idempotency.answer for select
    using (provider_id = (select access.actor()));
create policy answer_insert on idempotency.answer for insert
    with check (provider_id = (select access.actor())
                and exists (select from access.care_team c where c.patient_id = answer.patient_id and c.provider_id = (select access.actor())));
create policy answer_update on idempotency.answer for update
    using (provider_id = (select access.actor()))
    with check (provider_id = (select access.actor())
                and exists (select from access.care_team c where c.patient_id = answer.patient_id and c.provider_id = (select access.actor())));

revoke execute on function idempotency.remove_before(timestamptz) from public;

grant usage on schema idempotency to chartroom_app;
grant select, insert on idempotency.answer to chartroom_app;
grant update (request_hash, patient_id, status, location, etag, body, answered_at) on idempotency.answer to chartroom_app;
grant execute on function idempotency.remove_before(timestamptz) to chartroom_app;

comment on table idempotency.answer is 'What a provider was answered to a request that created something, for 24 hours.';

comment on column idempotency.answer.key          is 'The Idempotency-Key, as the client made it up.';
comment on column idempotency.answer.request_hash is 'SHA-256 of method, path, query and body.';
comment on column idempotency.answer.patient_id   is 'The patient whom the answer is about.';
