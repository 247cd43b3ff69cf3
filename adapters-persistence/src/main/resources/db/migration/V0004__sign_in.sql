-- Sign-in: sessions and the accounts that are closed, shared by all nodes, so that an end takes effect on the very next
-- request anywhere. The nine tables have the ticket's columns and no others, so what signing in needs lies beside them.

create schema access;

-- A row here closes the account; the rest of a provider's account is clinic.provider.
create table access.disabled_provider (
    provider_id uuid        not null,
    disabled_at timestamptz not null,

    constraint disabled_provider_pkey             primary key (provider_id),
    constraint disabled_provider_provider_id_fkey foreign key (provider_id) references clinic.provider (id) on delete cascade
);

-- Tokens are 256 bits by chance, so a plain SHA-256 of them cannot be turned back. Room is left on each page, since
-- last_used_at, which no index holds, is written again and again.
create table access.session (
    id           uuid        not null,
    provider_id  uuid        not null,
    access_hash  bytea       not null,
    refresh_hash bytea       not null,
    started_at   timestamptz not null,
    refreshed_at timestamptz not null,
    last_used_at timestamptz not null,

    constraint session_pkey              primary key (id),
    constraint session_provider_id_fkey  foreign key (provider_id) references clinic.provider (id) on delete cascade,
    -- select … where access_hash = :hash   (every request)
    constraint session_access_hash_key   unique (access_hash),
    -- select … where refresh_hash = :hash  (each refresh)
    constraint session_refresh_hash_key  unique (refresh_hash),
    constraint session_access_hash_size  check (octet_length(access_hash)  = 32),
    constraint session_refresh_hash_size check (octet_length(refresh_hash) = 32)
) with (fillfactor = 80);

-- delete … where provider_id = :provider  (password changed, account closed)
create index session_provider_id_idx on access.session (provider_id);

-- Remembered as long as its session, so that the second use of one is known for what it is.
create table access.spent_refresh_token (
    hash       bytea not null,
    session_id uuid  not null,

    constraint spent_refresh_token_pkey            primary key (hash),
    constraint spent_refresh_token_session_id_fkey foreign key (session_id) references access.session (id) on delete cascade,
    constraint spent_refresh_token_hash_size       check (octet_length(hash) = 32)
);

-- delete … from access.session             (the cascade looks for its spent tokens)
create index spent_refresh_token_session_id_idx on access.spent_refresh_token (session_id);

-- Tries at signing in, by e-mail address, network address and both. An e-mail address is kept as its SHA-256 only: people
-- type their password into the wrong field.
create table access.sign_in_tries (
    scope text        not null,
    key   text        not null,
    count integer     not null,
    since timestamptz not null,

    constraint sign_in_tries_pkey        primary key (scope, key),
    constraint sign_in_tries_scope_known check (scope in ('account', 'address', 'account_at_address')),
    constraint sign_in_tries_count_range check (count >= 0)
);

-- Whoever has an IPv6 address has 2^64 of them, so its network counts as one.
create function access.try_keys(email_hash text, address inet) returns table (scope text, key text)
    language sql
    immutable
    parallel safe
    begin atomic
        with client (network) as (
            select host(network(set_masklen(address, case family(address) when 6 then 64 else 32 end)))
        )
        select 'account', email_hash
         union all
        select 'address', network
          from client
         union all
        select 'account_at_address', email_hash || ' ' || network
          from client;
    end;

grant usage on schema access to chartroom_app;

grant select, insert, update, delete
   on access.disabled_provider, access.session, access.spent_refresh_token, access.sign_in_tries
   to chartroom_app;

comment on table access.disabled_provider   is 'Accounts that nobody signs in to.';
comment on table access.session             is 'What lasts from a sign-in to its end.';
comment on table access.spent_refresh_token is 'Refresh tokens that were used once.';
comment on table access.sign_in_tries       is 'How often somebody tried to sign in of late.';
