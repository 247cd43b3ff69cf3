# Sourced by every script. CHARTROOM_BENCH is the rig's folder; its own env.sh says what else may be set.
: "${CHARTROOM_BENCH:?set it to the folder of the benchmark rig}"
unset PGOPTIONS # of whoever measures as the application, and has something reset
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$CHARTROOM_BENCH/env.sh"; . "$CHARTROOM_BENCH/lib.sh"; pg_start
: "${CHARTROOM_DB:=chartroom}" "${CHARTROOM_PORT:=3410}"
CHARTROOM_IDS=$BENCH_WORK/chartroom-ids
export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$PG_PORT/$CHARTROOM_DB" SPRING_DATASOURCE_USERNAME=bench SPRING_DATASOURCE_PASSWORD=none
export CHARTROOM_HOME=$BENCH_WORK/home CHARTROOM_DB CHARTROOM_PORT
chartroom() { "$HERE/../../bin/chartroom" "$@"; }

# serve [SETTING ...]: starts the server on the database and sets SERVER_PID; stopped with the script.
serve() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$CHARTROOM_PORT") 2>/dev/null; then echo "port $CHARTROOM_PORT is taken" >&2; exit 2; fi
  "$HERE/../../bin/chartroom" serve --server.port="$CHARTROOM_PORT" "$@" > "$OUT/server-chartroom.log" 2>&1 &
  SERVER_PID=$!
  for _ in $(seq 300); do
    curl -sf -o /dev/null "http://127.0.0.1:$CHARTROOM_PORT/actuator/health/readiness" && return
    kill -0 "$SERVER_PID" 2>/dev/null || break
    sleep 0.2
  done
  echo "the server did not start: $(tail -5 "$OUT/server-chartroom.log")" >&2; exit 1
}
prewarm() { # DATABASE
  psql_ -d "$1" -Atc "create extension if not exists pg_prewarm" >/dev/null
  psql_ -d "$1" -Atc "select sum(pg_prewarm(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                       where c.relkind in ('r', 'i') and n.nspname !~ '^pg_|information_schema'" >/dev/null
}
