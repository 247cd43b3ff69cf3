-- What an AI scribe proposed for a record, with the words of the transcript that it goes by, and what a clinician decided.
-- Nothing of it is part of the record before that. What was decided stays, also what was rejected; it goes with its patient.

create schema scribe;

create type scribe.kind     as enum ('symptom', 'prescription', 'vital_signs', 'section');
create type scribe.decision as enum ('accepted', 'edited', 'rejected');

create table scribe.proposal (
    id                    uuid            not null,
    medical_record_id     uuid            not null,
    kind                  scribe.kind     not null,
    content               jsonb           not null,
    evidence              jsonb           not null,
    transcript_sha256     bytea           not null,
    value_not_in_evidence boolean         not null,
    engine_name           text            not null,
    engine_version        text            not null,
    provider_id           uuid            not null,
    sent_at               timestamptz     not null,
    decision              scribe.decision,
    edited                jsonb,
    fact_id               uuid,
    decided_by            uuid,
    decided_at            timestamptz,

    constraint proposal_pkey                   primary key (id),
    constraint proposal_medical_record_id_fkey foreign key (medical_record_id) references clinic.medical_record (id) on delete cascade,
    constraint proposal_provider_id_fkey       foreign key (provider_id)       references clinic.provider       (id) on delete restrict,
    constraint proposal_decided_by_fkey        foreign key (decided_by)        references clinic.provider       (id) on delete restrict,
    constraint proposal_content_object         check (jsonb_typeof(content) = 'object'),
    constraint proposal_evidence_some          check (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) between 1 and 20),
    constraint proposal_transcript_sha256_size check (octet_length(transcript_sha256) = 32),
    constraint proposal_engine_name_text       check (char_length(engine_name)    <= 100 and engine_name    ~ '\S'),
    constraint proposal_engine_version_text    check (char_length(engine_version) <= 64  and engine_version ~ '\S'),
    constraint proposal_decided_whole          check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
    constraint proposal_edited_whole           check ((edited is not null) = (decision is not distinct from 'edited')),
    constraint proposal_fact_accepted          check ((fact_id is not null) = (kind <> 'section' and coalesce(decision <> 'rejected', false)))
);

-- select … from scribe.proposal where medical_record_id = :record
create index proposal_medical_record_id_idx on scribe.proposal (medical_record_id);
-- delete from clinic.provider …  (the restrictions look for what the provider sent or decided)
create index proposal_provider_id_idx on scribe.proposal (provider_id);
create index proposal_decided_by_idx  on scribe.proposal (decided_by);

-- nothing is proposed for a signed record: whoever signs holds the record, and the trigger waits for that
create trigger proposal_signed
    before insert or update on scribe.proposal
    for each row execute function signing.refuse_signed('medical_record_id');

alter table scribe.proposal enable row level security;

-- what is read below a record asks the record's own policy; who may write the record lets a scribe propose, and decides once
create policy proposal_select on scribe.proposal for select
    using (exists (select from clinic.medical_record r where r.id = proposal.medical_record_id));
create policy proposal_insert on scribe.proposal for insert
    with check (provider_id = (select access.actor())
                and decision is null
                and exists (select from clinic.medical_record r
                             where r.id = proposal.medical_record_id
                               and access.may_write(r.appointment_id)));
create policy proposal_update on scribe.proposal for update
    using (decision is null
           and exists (select from clinic.medical_record r
                        where r.id = proposal.medical_record_id
                          and access.may_write(r.appointment_id)))
    with check (decided_by = (select access.actor()));

grant usage on schema scribe to chartroom_app;
grant select, insert on scribe.proposal to chartroom_app;
grant update (decision, edited, fact_id, decided_by, decided_at) on scribe.proposal to chartroom_app;

comment on table scribe.proposal is 'What an AI scribe proposed for a record, on what evidence, and what a clinician decided.';

comment on column scribe.proposal.content               is 'What is proposed, as clients read it: an object with one member, symptom, prescription, vitalSigns or section.';
comment on column scribe.proposal.evidence              is 'Start, end and quote of each piece; offsets are code points of the transcript.';
comment on column scribe.proposal.transcript_sha256     is 'SHA-256 of the transcript that the evidence is from; the record may have another one by now.';
comment on column scribe.proposal.value_not_in_evidence is 'Whether a value is proposed that follows from no quote.';
comment on column scribe.proposal.provider_id           is 'Whose account the scribe used.';
comment on column scribe.proposal.edited                is 'What was accepted in place of what was proposed.';
comment on column scribe.proposal.fact_id               is 'The symptom, the prescription or the vital signs that it became.';
