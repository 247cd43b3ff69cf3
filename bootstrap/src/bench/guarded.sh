#!/usr/bin/env bash
# Writes the rig's statements as the application has to execute them: as its role, under the policies and triggers, in a
# transaction that knows the actor and leaves an audit event. Reads go out in one round trip. The guarded limit.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
to=$BENCH_WORK/guarded; mkdir -p "$to"
event() { # ACTION KIND OBJECT PATIENT ACTOR
  echo "INSERT INTO audit.event (action, kind, object_id, patient_id, provider_id, session_id, request_id, address, outcome)" \
       "SELECT '$1', '$2', $3, $4, $5, gen_random_uuid(), gen_random_uuid(), '127.0.0.1'::inet, 'success'" \
       "FROM set_config('chartroom.request', gen_random_uuid()::text, true);"
}
reading() { # ACTOR EVENT < SQL
  echo '\startpipeline'; echo 'BEGIN;'
  echo "SELECT set_config('chartroom.actor', ($1)::text, true), set_config('synchronous_commit', 'off', true);"
  cat; echo "$2"; echo 'COMMIT;'; echo '\endpipeline'
}
script() { grep -v '^\\set\|^--' "$RIG/pgbench/$1.sql"; }
own="bench_uuid('provider', :r % 20)"; its="bench_uuid('patient', :r)"; chosen="bench_uuid('provider', :r)"
{ echo '\set r random(0, 99999)'; script A | reading "$own" "$(event read patient "$its" "$its" "$own")"; } > "$to/A.sql"
{ echo '\set r random(0, 19)';    script B1 | reading "$chosen" "$(event read patient_list NULL::uuid NULL::uuid "$chosen")"; } > "$to/B1.sql"
{ sed -n '/^\\if/,/^\\endif/p' "$RIG/pgbench/B2.sql" |
    sed "s/^\\\\if.*/&\nSELECT set_config('chartroom.actor', bench_uuid('provider', :client_id % 20)::text, false);/"
  sed '1,/^\\endif/d' "$RIG/pgbench/B2.sql" | reading ":pid::uuid" "$(event read patient_list NULL::uuid NULL::uuid ":pid::uuid")"; } > "$to/B2.sql"
{ echo '\set r random(0, 99999)'; script D | reading "$own" "$(event read chart "$its" "$its" "$own")"; } > "$to/D.sql"
{ echo '\set r random(0, 19)'; echo '\set d random(0, 799)'
  script E | reading "$chosen" "$(event read schedule NULL::uuid NULL::uuid "$chosen")"; } > "$to/E.sql"
# the contract's own search: from the beginning of any word of the name, in any case
{ echo '\set r random(0, 19)'; echo '\set c random(0, 15)'
  sed "s/:actor/$chosen/g; s/:name/(SELECT bench_prefix(:c * 37 % 256))/" <<'SQL' | reading "$chosen" "$(event read patient_list NULL::uuid NULL::uuid "$chosen")"
WITH sought AS MATERIALIZED (SELECT patient_search.words(:name) AS words)
SELECT p.* FROM patient p
 WHERE p.provider_id = (SELECT :actor)
   AND p.id IN (SELECT n.patient_id FROM patient_search.name_term n WHERE n.provider_id = (SELECT :actor)
                   AND n.term >= (SELECT words[1] FROM sought) AND n.term < (SELECT words[1] || U&'\+10FFFF' FROM sought))
 ORDER BY p.last_name, p.first_name, p.id LIMIT 25;
SQL
} > "$to/C.sql"
# a transaction of as many round trips as the rig's
visit="bench_uuid('appointment', bench_scheduled(:j))"; by="bench_uuid('provider', bench_scheduled(:j) % 20)"
of="(SELECT patient_id FROM appointment WHERE id = $visit)"
sed "s/^BEGIN;/BEGIN;\nSELECT set_config('chartroom.actor', ($by)::text, true);/
     s/, updated_at = now()//
     s/^COMMIT;/$(event create medical_record "bench_uuid('bench-visit', :j)" "$of" "$by" | sed 's/[&/]/\\&/g')\n$(event create vital_signs "$visit" "$of" "$by" | sed 's/[&/]/\\&/g')\n$(event update appointment "$visit" "$of" "$by" | sed 's/[&/]/\\&/g')\nCOMMIT;/" \
  "$RIG/pgbench/F.sql" > "$to/F.sql"
