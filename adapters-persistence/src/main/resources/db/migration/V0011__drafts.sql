-- Unfinished notes: of each visit, one for each provider who writes at it, saved every few seconds while he does. No
-- former state is kept; a note that was finished is clinic.medical_record.

create schema draft;

-- Room is left on each page and no index holds what changes, so that saving again is an update in place.
create table draft.note (
    appointment_id uuid        not null,
    provider_id    uuid        not null,
    note           text        not null,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),

    constraint note_pkey                primary key (appointment_id, provider_id),
    constraint note_appointment_id_fkey foreign key (appointment_id) references clinic.appointment (id) on delete cascade,
    constraint note_provider_id_fkey    foreign key (provider_id)    references clinic.provider    (id) on delete cascade,
    constraint note_note_size           check (octet_length(note) between 2 and 8 * 1024 * 1024)
) with (fillfactor = 50);

-- delete from clinic.provider where id = …  (the cascade looks for a provider's drafts)
create index note_provider_id_idx on draft.note (provider_id);

create trigger note_timestamps
    before update on draft.note
    for each row execute function clinic.keep_timestamps();

alter table draft.note enable row level security;

-- a draft is its writer's alone; what it is of must be the writer's to write up when it is saved
create policy note_select on draft.note for select using      (provider_id = (select access.actor()));
create policy note_insert on draft.note for insert with check (provider_id = (select access.actor()) and access.may_write(appointment_id));
create policy note_update on draft.note for update using      (provider_id = (select access.actor()))
                                                   with check (provider_id = (select access.actor()) and access.may_write(appointment_id));
create policy note_delete on draft.note for delete using      (provider_id = (select access.actor()));

grant usage on schema draft to chartroom_app;
grant select, insert, update (note), delete on draft.note to chartroom_app;

comment on table draft.note is 'What a provider has written of a visit so far, and not yet saved as its record.';

comment on column draft.note.note is 'JSON, as the provider''s client wrote it.';
