-- A clinician's signature on a record, and what was added to it afterwards. A signed record is not changed any more, nor are
-- its symptoms and prescriptions: triggers refuse it, to whoever tries. It goes with its patient, and in no other way.

create schema signing;

create type signing.meaning as enum ('author', 'reviewer');

-- One for each provider; the first of a record is its author's
create table signing.signature (
    medical_record_id uuid            not null,
    provider_id       uuid            not null,
    meaning           signing.meaning not null,
    signer            text            not null,
    sha256            bytea           not null,
    signed_at         timestamptz     not null default clock_timestamp(),

    constraint signature_pkey                   primary key (medical_record_id, provider_id),
    constraint signature_medical_record_id_fkey foreign key (medical_record_id) references clinic.medical_record (id) on delete cascade,
    constraint signature_provider_id_fkey       foreign key (provider_id)       references clinic.provider       (id) on delete restrict,
    constraint signature_signer_text            check (char_length(signer) <= 201 and signer ~ '\S'),
    constraint signature_sha256_size            check (octet_length(sha256) = 32)
);

create unique index signature_author on signing.signature (medical_record_id) where meaning = 'author';

-- delete from clinic.provider …  (the restriction looks for what the provider signed)
create index signature_provider_id_idx on signing.signature (provider_id);

create table signing.addendum (
    medical_record_id uuid        not null,
    number            integer     not null,
    provider_id       uuid        not null,
    signer            text        not null,
    text              text        not null,
    sha256            bytea       not null,
    signed_at         timestamptz not null,

    constraint addendum_pkey                   primary key (medical_record_id, number),
    constraint addendum_medical_record_id_fkey foreign key (medical_record_id) references clinic.medical_record (id) on delete cascade,
    constraint addendum_provider_id_fkey       foreign key (provider_id)       references clinic.provider       (id) on delete restrict,
    constraint addendum_number_range           check (number between 1 and 1000),
    constraint addendum_signer_text            check (char_length(signer) <= 201 and signer ~ '\S'),
    constraint addendum_text_text              check (char_length(text) <= 20000 and text ~ '\S'),
    constraint addendum_sha256_size            check (octet_length(sha256) = 32)
);

-- delete from clinic.provider …  (the restriction looks for what the provider added)
create index addendum_provider_id_idx on signing.addendum (provider_id);


-- Whoever signs holds the record's row against every other lock but a key's; to share it is to wait for that, and the
-- statement after it sees the signature. A row that is deleted with its appointment or patient is deleted by a trigger of
-- the foreign key; that those are not deleted is looked after there.
create function signing.refuse_signed() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    -- of a part that is moved the record that it leaves, too
    its_records uuid[] := array[(to_jsonb(old) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[0])::uuid];
begin
    if tg_op <> 'DELETE' or pg_trigger_depth() = 1 then
        if tg_argv[0] <> 'id' then
            perform from clinic.medical_record r where r.id = any (its_records) order by r.id for share;
        end if;
        if exists (select from signing.signature s where s.medical_record_id = any (its_records)) then
            raise exception 'the record is signed'
                  using errcode = 'restrict_violation', schema = 'signing', table = 'signature', constraint = 'signature_holds';
        end if;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger medical_record_signed
    before update or delete on clinic.medical_record
    for each row execute function signing.refuse_signed('id');

create trigger symptom_signed
    before insert or update or delete on clinic.symptom
    for each row execute function signing.refuse_signed('medical_record_id');

create trigger prescription_signed
    before insert or update or delete on clinic.prescription
    for each row execute function signing.refuse_signed('medical_record_id');

create function signing.refuse_with_signed_record() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if pg_trigger_depth() = 1 then
        perform from clinic.medical_record r where r.appointment_id = old.id for share;
        if exists (select from clinic.medical_record r join signing.signature s on s.medical_record_id = r.id where r.appointment_id = old.id) then
            raise exception 'the record of the appointment is signed'
                  using errcode = 'restrict_violation', schema = 'signing', table = 'signature', constraint = 'signature_holds';
        end if;
    end if;
    return old;
end
$$;

create trigger appointment_signed
    before delete on clinic.appointment
    for each row execute function signing.refuse_with_signed_record();


-- A policy cannot look into its own table
create function signing.has_author(its_record uuid) returns boolean
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select exists (select from signing.signature s where s.medical_record_id = its_record and s.meaning = 'author');
    end;

revoke execute on function signing.has_author(uuid) from public;
grant execute on function signing.has_author(uuid) to chartroom_app;


alter table signing.signature enable row level security;
alter table signing.addendum  enable row level security;

-- what is read below a record asks the record's own policy; each signs for himself, the author what is his to write
create policy signature_select on signing.signature for select
    using (exists (select from clinic.medical_record r where r.id = signature.medical_record_id));
create policy signature_insert on signing.signature for insert
    with check (provider_id = (select access.actor())
                and exists (select from clinic.medical_record r
                             where r.id = signature.medical_record_id
                               and case meaning when 'author' then access.may_write(r.appointment_id)
                                                else signing.has_author(r.id) end));
create policy addendum_select on signing.addendum for select
    using (exists (select from clinic.medical_record r where r.id = addendum.medical_record_id));
create policy addendum_insert on signing.addendum for insert
    with check (provider_id = (select access.actor())
                and exists (select from clinic.medical_record r
                             where r.id = addendum.medical_record_id
                               and access.may_write(r.appointment_id)));

grant usage on schema signing to chartroom_app;
grant select, insert on signing.signature, signing.addendum to chartroom_app;

comment on table signing.signature is 'Who signed a record, and the digest of what it held then.';
comment on table signing.addendum  is 'What was added to a signed record, in order.';

comment on column signing.signature.meaning is 'As which the provider signed; the first signature is the author''s.';
comment on column signing.signature.signer  is 'The provider''s name when it was signed.';
comment on column signing.signature.sha256  is 'SHA-256 of the record''s canonical form (RFC 8785).';
comment on column signing.addendum.number   is 'From 1, in the order in which they were added.';
comment on column signing.addendum.signer   is 'The provider''s name when it was added.';
comment on column signing.addendum.sha256   is 'SHA-256 of the addendum''s canonical form (RFC 8785).';
