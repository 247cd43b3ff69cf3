#!/usr/bin/env bash
# Measures Chartroom beside the limit, the guarded limit and Prisma, operation by operation, each repeat of one operation
# back to back, and prints the medians. Needs what the rig needs, the rig's database loaded, and ./mvnw package.
#   CHARTROOM_BENCH=<rig> PG_BIN=... BENCH_WORK=... ./run.sh
# As in the rig: DUR, WARMUP, REPEATS, CONC, OPS ("A B1 B2 C D E F"), PRISMA=0. LOAD=1 makes the database anew, IMPORT=0 leaves
# the imports out. PREPARE: for how many seconds each server is asked for each operation before the first repeat, so that its
# code is optimized by then.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
: "${OPS:=A B1 B2 C D E F}" "${PRISMA:=1}" "${PREPARE:=20}"
base=http://127.0.0.1:$CHARTROOM_PORT
pids=(); trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done' EXIT
[ "${LOAD:-0}" = 0 ] || "$HERE/load.sh"
"$HERE/guarded.sh"
psql_ -f "$RIG/indexes-tuned-drop.sql" 2>/dev/null; reset_visits; "$HERE/reset.sh"
prewarm "$DB"; prewarm "$CHARTROOM_DB"

sides=()
if [ "$PRISMA" = 1 ]; then
  "$RIG/prisma-server/generate.sh" join >/dev/null
  prisma_start tuned2 $((APP_PORT + 1)) WORKERS=2 PRISMA_PREPARED=1 PRISMA_STRATEGY=join; pids+=("$PID_tuned2")
  until [ "$(grep -c ready "$OUT/server-tuned2.log")" = 2 ]; do sleep 0.2; done
  "$RIG/prisma-server/generate.sh" >/dev/null
  prisma_start plain "$APP_PORT" WORKERS=1; pids+=("$PID_plain")
  sides+=("prisma|http://127.0.0.1:$APP_PORT|$PID_plain" "prisma-tuned-x2|http://127.0.0.1:$((APP_PORT + 1))|$PID_tuned2")
fi
serve; pids+=("$SERVER_PID")

guarded() { # REP OP: the scripts of guarded.sh, by the rig's function for its own
  local PGOPTIONS="-c role=chartroom_app -c plan_cache_mode=force_generic_plan -c search_path=clinic,public"
  ( RIG=$BENCH_WORK/rig-guarded; mkdir -p "$RIG"; ln -sfn "$BENCH_WORK/guarded" "$RIG/pgbench"
    export PGDATABASE=$CHARTROOM_DB
    reset_visits() { "$HERE/reset.sh"; }
    limit tuned "$1" "$2" "$2" guarded-limit "$PGOPTIONS" )
}
servers() { # REP OP
  local side name url pid
  for side in "${sides[@]}"; do
    IFS='|' read -r name url pid <<< "$side"
    [ "$2" = C ] || http tuned "$1" "$2" "$name" "$url" "$RIG/targets/prisma.lua" "$pid"
  done
  "$HERE/ids.sh" "$base"
  ( IDS=$CHARTROOM_IDS
    reset_visits() { "$HERE/reset.sh"; }
    http tuned "$1" "$2" chartroom "$base" "$HERE/target.lua" "$SERVER_PID" )
}
if [ "$PREPARE" != 0 ]; then ( DUR=$PREPARE WARMUP=0 RESULTS=/dev/null; for op in $OPS; do servers 0 "$op" >/dev/null; done ); fi
printf '%s\n' "$HEADER" > "$RESULTS"
for rep in $(seq "$REPEATS"); do
  for op in $OPS; do
    case $op in
      B1 | B2) psql_ -c "create index if not exists tuned_patient_provider_name on patient (provider_id, last_name, first_name, id)"
               limit tuned "$rep" "$op" "$op" limit
               psql_ -c "drop index tuned_patient_provider_name" ;;
      C) : ;; # the guarded limit below is the contract's own query
      *) limit tuned "$rep" "$op" "$op" limit ;;
    esac
    guarded "$rep" "$op"
    servers "$rep" "$op"
    psql_ -c checkpoint # else what was written has its cost beside the next
  done
done
"$RIG/table.sh" "$RESULTS"
if [ "${IMPORT:-1}" = 1 ]; then
  printf 'side\tseconds\tstatus\tpatients\tcpu_server_s\tcpu_pg_s\n' > "$OUT/import.tsv"
  for rep in $(seq "$REPEATS"); do
    printf 'copy\t%s\n' "$("$RIG/import.sh" copy)" | tee -a "$OUT/import.tsv"
    printf 'guarded\t%s\n' "$("$HERE/import.sh" guarded)" | tee -a "$OUT/import.tsv"
    for side in "${sides[@]}"; do
      IFS='|' read -r name url pid <<< "$side"
      printf '%s\t%s\n' "$name" "$("$RIG/import.sh" "$url/import" "$pid")" | tee -a "$OUT/import.tsv"
    done
    "$HERE/ids.sh" "$base"
    printf 'chartroom\t%s\n' "$("$HERE/import.sh" "$base" "$SERVER_PID")" | tee -a "$OUT/import.tsv"
  done
fi
echo "resident set of the server: $(awk '/VmRSS/ { print $2 / 1024 }' "/proc/$SERVER_PID/status") MiB, highest $(awk '/VmHWM/ { print $2 / 1024 }' "/proc/$SERVER_PID/status") MiB"
