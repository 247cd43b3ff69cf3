# Sourced by every script. CHARTROOM_BENCH is the rig's folder; its own env.sh says what else may be set.
: "${CHARTROOM_BENCH:?set it to the folder of the benchmark rig}"
unset PGOPTIONS # of whoever measures as the application, and has something reset
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$CHARTROOM_BENCH/env.sh"; . "$CHARTROOM_BENCH/lib.sh"; pg_start
: "${CHARTROOM_DB:=chartroom}" "${CHARTROOM_PORT:=3410}"
CHARTROOM_IDS=$BENCH_WORK/$CHARTROOM_DB-ids
export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$PG_PORT/$CHARTROOM_DB" SPRING_DATASOURCE_USERNAME=bench SPRING_DATASOURCE_PASSWORD=none
export CHARTROOM_HOME=$BENCH_WORK/$CHARTROOM_DB-home CHARTROOM_DB CHARTROOM_PORT
chartroom() { "$HERE/../../bin/chartroom" "$@"; }

# serve [SETTING ...]: starts the server on the database and sets SERVER_PID; stopped with the script.
serve() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$CHARTROOM_PORT") 2>/dev/null; then echo "port $CHARTROOM_PORT is taken" >&2; exit 2; fi
  "$HERE/../../bin/chartroom" serve --server.port="$CHARTROOM_PORT" "$@" > "$OUT/server-$CHARTROOM_PORT.log" 2>&1 &
  SERVER_PID=$!
  for _ in $(seq 300); do
    curl -sf -o /dev/null "http://127.0.0.1:$CHARTROOM_PORT/actuator/health/readiness" && return
    kill -0 "$SERVER_PID" 2>/dev/null || break
    sleep 0.2
  done
  echo "the server did not start: $(tail -5 "$OUT/server-$CHARTROOM_PORT.log")" >&2; exit 1
}
# sign_in: all providers, for 15 minutes.
sign_in() {
  psql_ -d "$CHARTROOM_DB" -c "insert into access.session (id, provider_id, access_hash, refresh_hash, started_at, refreshed_at, last_used_at)
    select gen_random_uuid(), id, sha256(convert_to(bench.token(id), 'UTF8')),
           sha256(convert_to('refresh ' || bench.token(id), 'UTF8')), now(), now(), now()
      from clinic.provider
        on conflict (access_hash) do update set started_at = now(), refreshed_at = now(), last_used_at = now()"
}
# walk BASE_URL TOKEN LIMIT PAGES [CURSOR]: the cursor behind so many pages of the provider's list.
walk() {
  local cursor=${5:-}
  for _ in $(seq "$4"); do
    cursor=$(curl -sSf -H "Authorization: Bearer $2" "$1/api/patients?limit=$3${cursor:+&cursor=$cursor}" |
      sed -n 's/.*"next":"\([^"]*\)".*/\1/p') && [ -n "$cursor" ] || return 1
  done
  echo "$cursor"
}
prewarm() { # DATABASE [SCHEMAS]: all of it but those schemas
  psql_ -d "$1" -c "set client_min_messages = warning" -c "create extension if not exists pg_prewarm"
  psql_ -d "$1" -Atc "select sum(pg_prewarm(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                       where c.relkind in ('r', 'i') and n.nspname !~ '^(pg_.*|information_schema${2:+|$2})\$'" >/dev/null
}
