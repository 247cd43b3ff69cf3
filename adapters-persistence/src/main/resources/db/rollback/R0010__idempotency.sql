drop function idempotency.remove_before(timestamptz);

drop table idempotency.answer;

drop schema idempotency;
