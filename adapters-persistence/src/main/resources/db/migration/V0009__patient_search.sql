-- Finding patients by name, in any case and with or without accents, from the beginning of any word of it; and the order
-- in which they are listed. Names are folded when they are written and lie beside clinic.patient, in plain text: under
-- row-level security a condition serves an index only when all of it is leakproof, which the comparisons of text are and
-- functions, LIKE and an index on an expression are not (docs/decisions/0013).

create schema patient_search;


-- Two texts that fold to the same are the same to whoever looks for a patient. Compatibility forms are taken apart, white
-- space becomes single spaces, the marks above and below Latin, Greek, Cyrillic, Hebrew and Arabic letters are left away, and letters that are more than
-- one with a mark become what people type in their place. In a database of locale C only Latin letters lose their case.
create function patient_search.folded(typed text) returns text
    language sql
    immutable
    strict
    parallel safe
    return replace(replace(replace(replace(
               translate(
                   lower(regexp_replace(
                       btrim(regexp_replace(normalize(typed, nfkd), '\s+', ' ', 'g')),
                       '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]',
                       '', 'g')),
                   'ØøŁłĐđÐðĦħŦŧÆŒÞẞıς‘’ʼ′‐‒–—',
                   'oollddddhhttæœþßiσ''''''''----'),
               'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');

-- What a name is found by: itself from the beginning, and from the beginning of each word in it; "Van der Berg" by
-- "van der berg", "der berg" and "berg". Cut off so that each fits into an index.
create function patient_search.name_terms(name text) returns setof text
    language sql
    immutable
    strict
    parallel safe
    begin atomic
        select left(substr(folded, place), 100)
          from patient_search.folded(name) folded,
               generate_series(1, char_length(folded)) place
         where place = 1
            or substr(folded, place - 1, 1) ~ '[ ''.,/()"-]' and substr(folded, place, 1) ~ '[^ ''.,/()"-]';
    end;

-- The words that are looked for, the longest, which fewest names begin with, first.
create function patient_search.words(typed text) returns text[]
    language sql
    immutable
    strict
    parallel safe
    return array(
        select left(word, 100)
          from string_to_table(replace(patient_search.folded(typed), ',', ' '), ' ') word
         where word <> ''
         group by left(word, 100)
         order by char_length(left(word, 100)) desc, left(word, 100));

-- A telephone number as it was typed, without all that is no digit; Arabic, Persian and full-width digits are digits.
-- Not declared strict, though it is: with a case in it, it could not be inlined then.
create function patient_search.digits(typed text) returns text
    language sql
    immutable
    parallel safe
    return regexp_replace(
        case when octet_length(typed) = char_length(typed) then typed -- which it mostly is, and searching reads every one
             else translate(typed, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９', '012345678901234567890123456789')
        end,
        '[^0-9]', '', 'g');


create table patient_search.name_term (
    patient_id  uuid             not null,
    provider_id uuid             not null,
    term        text collate "C" not null,

    -- select … where patient_id = :patient and term >= … and term < …   (whether a patient has the other words too)
    constraint name_term_pkey            primary key (patient_id, term),
    constraint name_term_patient_id_fkey foreign key (patient_id) references clinic.patient (id) on delete cascade
);

-- select … where provider_id = :actor and term >= :word and term < :wordsEnd  (a provider's own patients by name)
-- select … where provider_id = :actor and term = :lastName                    (is somebody registered twice)
create index name_term_provider_id_term_idx on patient_search.name_term (provider_id, term, patient_id);

-- select … where provider_id = :actor and (last_name, first_name, id) > … order by last_name, first_name, id limit …
-- (a provider's own patients, page by page)
create index patient_provider_id_last_name_first_name_id_idx on clinic.patient (provider_id, last_name, first_name, id);

comment on table patient_search.name_term is 'What the names of patients are found by; kept by a trigger.';


create function patient_search.keep_name_terms() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        if (new.first_name, new.last_name, new.provider_id) = (old.first_name, old.last_name, old.provider_id) then
            return null;
        end if;
        delete from patient_search.name_term where patient_id = new.id;
    end if;
    insert into patient_search.name_term (patient_id, provider_id, term)
    select new.id, new.provider_id, term from patient_search.name_terms(new.first_name) term
     union
    select new.id, new.provider_id, term from patient_search.name_terms(new.last_name)  term;
    return null;
end
$$;

create trigger patient_name_terms
    after insert or update of first_name, last_name, provider_id on clinic.patient
    for each row execute function patient_search.keep_name_terms();

insert into patient_search.name_term (patient_id, provider_id, term)
select id, provider_id, term from clinic.patient, patient_search.name_terms(first_name) term
 union
select id, provider_id, term from clinic.patient, patient_search.name_terms(last_name)  term;


-- Seen by whoever sees the patient; written by the trigger alone

alter table patient_search.name_term enable row level security;

create policy name_term_select on patient_search.name_term for select
    using (provider_id = (select access.actor())
           or exists (select from access.care_team c where c.patient_id = name_term.patient_id and c.provider_id = (select access.actor())));

grant usage on schema patient_search to chartroom_app;
grant select on patient_search.name_term to chartroom_app;
