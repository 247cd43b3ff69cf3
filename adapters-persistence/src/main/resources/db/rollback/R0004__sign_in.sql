drop function access.try_keys(text, inet);

drop table access.sign_in_tries;
drop table access.spent_refresh_token;
drop table access.session;
drop table access.disabled_provider;

drop schema access;
