-- The chart is one statement that writes the JSON its readers get (docs/decisions/0004). PostgreSQL left alone writes
-- an instant with the session's offset; readers are promised ISO 8601 with Z.

-- stable, as to_char is: declared immutable, the planner could not inline it
create function clinic.instant_text(instant timestamptz) returns text
    language sql
    stable
    parallel safe
    return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
