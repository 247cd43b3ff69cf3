#!/usr/bin/env bash
# How much longer an answer takes where the clinic is larger: the median time of each operation behind 10,000, 100,000 and
# 1,000,000 patients, 5,000 for each provider as in the rig, and of the first and the thousandth page of a provider's list.
# Each size has its database and its server; each repeat asks them one after the other, each time for others of its patients.
#   CHARTROOM_BENCH=<rig> PG_BIN=... BENCH_WORK=... ./growth.sh
# As in run.sh: DUR, WARMUP, REPEATS, PREPARE, OPS ("A B1 B2 C D E L1 L1000"); SIZES, CONNECTIONS ("16 1"); BUFFERS=8GB gives
# PostgreSQL more than the rig's 2 GB, in which the largest without its history does not lie. What is not there is loaded
# first; LOAD=only leaves it at that.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
: "${SIZES:=10000 100000 1000000}" "${OPS:=A B1 B2 C D E L1 L1000}" "${CONNECTIONS:=16 1}" "${PREPARE:=20}"
growth=$OUT/growth.tsv

at() ( # PATIENTS FUNCTION ...: with the databases and the port of that size; the rig's own size has the rig's own names
  patients=$1 providers=$(($1 / 5000))
  [ "$1" = 100000 ] || { DB=clinic_$1 CHARTROOM_DB=chartroom_$1; export DB; }
  CHARTROOM_PORT=$((CHARTROOM_PORT + ${#1}))
  . "$HERE/env.sh"
  base=http://127.0.0.1:$CHARTROOM_PORT asked=$BENCH_WORK/$CHARTROOM_DB-growth RESULTS=$growth
  "${@:2}"
)
loaded() { # DATABASE
  [ "$(psql_ -d postgres -Atc "select shobj_description(oid, 'pg_database') from pg_database where datname = '$1'")" = loaded ]
}
load() {
  local began=$SECONDS
  ! loaded "$CHARTROOM_DB" || return 0
  if ! loaded "$DB"; then
    if [ "$patients" = 100000 ]; then "$RIG/load.sh"; else generate; fi
    psql_ -d postgres -c "comment on database $DB is 'loaded'"
    echo "$patients patients of the rig: $((SECONDS - began)) s"
  fi
  "$HERE/load.sh"
  echo "$patients patients: $((SECONDS - began)) s"
}
generate() { # the rig's loader, with another number of patients and providers; its files of ids are made below
  local rig=$BENCH_WORK/rig-$patients
  rm -rf "$rig"; mkdir "$rig"; cp "$RIG"/*.sh "$RIG"/*.sql "$rig"; chmod -R u+w "$rig"
  sed -i '/ids\.sh/d' "$rig/load.sh"
  sed -i -E "s/generate_series\(0, 19\)/generate_series(0, $((providers - 1)))/
             s/generate_series\(0, 99999\)/generate_series(0, $((patients - 1)))/
             s/generate_series\(0, 399999\)/generate_series(0, $((4 * patients - 1)))/
             s|\b([ikn]) ([/%]) 20\b|\1 \2 $providers|g
             s|\bn / 100\b|n / $((5 * providers))|g
             s/\+ 3\) \* 20 /+ 3) * $providers /
             s/\bp \+ 20 \* /p + $providers * /
             s/bench_surname\(p \* 191\)/bench_surname(p * 191 % 3840)/" "$rig/generate.sql"
  PGOPTIONS='-c session_replication_role=replica' "$rig/load.sh" # each row refers to what there is
  [ "$(psql_ -Atc "select count(*), min(n), max(n) from (select count(*) as n from patient p join provider v on v.id = p.provider_id
                    group by v.id) each")" = "$providers|5000|5000" ] || { echo "the rig's generate.sql has changed" >&2; exit 1; }
}
# what is loaded may as well be loaded again if the machine falls
hastily() {
  for setting in 'fsync = off' 'full_page_writes = off' 'synchronous_commit = off' 'autovacuum = off' \
                 "maintenance_work_mem = '1GB'" "work_mem = '256MB'"; do
    psql_ -d postgres -c "alter system set $setting"
  done
  psql_ -d postgres -Atc "select pg_reload_conf()" >/dev/null
}
carefully() {
  psql_ -d postgres -c "alter system reset all"; psql_ -d postgres -Atc "select pg_reload_conf()" >/dev/null
  psql_ -d postgres -c checkpoint; sync
}

list_cursors() {
  psql_ -d "$CHARTROOM_DB" -Atc "select id, bench.token(id) from clinic.provider" | while IFS='|' read -r provider token; do
    second=$(walk "$base" "$token" 100 20)
    last=$(walk "$base" "$token" 100 29 "$second")
    last=$(walk "$base" "$token" 95 1 "$last")
    printf '%s\t%s\t%s\t%s\n' "$provider" "$second" "$last" "$token"
  done > "$asked/.cursors"
  mv "$asked/.cursors" "$asked/cursors"
}
start() { # and two cursors of each provider's list: behind row 2,000, and behind 999 pages of 5
  [ -z "$(chartroom db migrate | tee /dev/stderr | grep Migrated:)" ] || psql_ -d "$CHARTROOM_DB" -c "vacuum analyze"
  prewarm "$CHARTROOM_DB" history
  serve >&2
  echo "$SERVER_PID" > "$asked.pid"
  sign_in
  mkdir -p "$asked"
  for name in patients providers cursors prefixes days; do ln -sf all.tsv "$asked/$name.tsv"; done
  read -r _ second _ token 2>/dev/null < "$asked/cursors" &&
    curl -sf -o /dev/null -H "Authorization: Bearer $token" "$base/api/patients?cursor=$second" || list_cursors # as they were
  psql_ -d "$CHARTROOM_DB" -c "set client_min_messages = warning" -c "drop table if exists bench.cursor" \
    -c "create table bench.cursor (provider uuid primary key, cursor text not null, thousandth text not null, token text not null)" \
    -c "\\copy bench.cursor from '$asked/cursors'"
}
choose() { # one file for all operations
  psql_ -d "$CHARTROOM_DB" -c "copy (
    select bench_uuid('patient', r) as patient, c.*, bench_day(floor(random() * 800)::int) as day,
           bench_prefix(floor(random() * 16)::int * 37 % 256) as prefix
      from (select floor(random() * $patients)::bigint as r from generate_series(1, 20000)) chosen
      join bench.cursor c on c.provider = bench_uuid('provider', r % $providers)) to stdout (header)" > "$asked/all.tsv"
}
ask() { # CONNECTIONS REPEAT OP; the just-in-time compiler has compiled what is hot before the first
  local warmup=$WARMUP
  [ "$2 $1" != "1 ${CONNECTIONS%% *}" ] || warmup=$PREPARE
  sign_in; choose
  [ "$warmup" = 0 ] || wrk -t1 -c"$1" -d"$warmup"s -s "$RIG/wrk/bench.lua" "$base" -- "$3" "$HERE/target.lua" "$asked" >/dev/null
  choose
  IDS=$asked CONC=$1 WARMUP=0
  http "$1" "$2" "$3" "$patients" "$base" "$HERE/target.lua" "$(cat "$asked.pid")"
}

trap carefully EXIT; hastily
for size in $SIZES; do at "$size" load; done
carefully; trap - EXIT
[ "${LOAD:-}" != only ] || exit 0

finish() {
  for file in "$BENCH_WORK"/*-growth.pid; do [ ! -f "$file" ] || kill "$(cat "$file")" 2>/dev/null || true; done
  rm -f "$BENCH_WORK"/*-growth.pid
  [ -z "${BUFFERS:-}" ] || { pg_stop; pg_start; }
}
rm -f "$BENCH_WORK"/*-growth.pid; trap finish EXIT
[ -z "${BUFFERS:-}" ] || { pg_stop; cd "$PGDATA_DIR"; as_pg "$PG_BIN/pg_ctl" -D "$PGDATA_DIR" -l "$PGDATA_DIR/server.log" \
                             -o "-p $PG_PORT -c shared_buffers=$BUFFERS" -w start >/dev/null; cd "$HERE"; }
for size in $SIZES; do at "$size" start; done
printf '%s\n' "$HEADER" > "$growth"
for repeat in $(seq "$REPEATS"); do
  for op in $OPS; do
    for connections in $CONNECTIONS; do
      for size in $SIZES; do at "$size" ask "$connections" "$repeat" "$op"; done
    done
  done
done

# Medians of the medians, in ms; the CPU time of PostgreSQL for a request, which no virtual machine that still compiles is part of
{ printf 'connections\toperation'; for size in $SIZES; do printf '\tp50 ms at %s' "$size"; done
  printf '\tlast/first'; for size in $SIZES; do printf '\tPostgreSQL ms at %s' "$size"; done; printf '\tlast/first\terrors\n'
  awk -F '\t' -v sizes="$SIZES" '
    function median(list,   n, i, j, t, v) {
      n = split(list, v, " "); for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (v[j] + 0 < v[i] + 0) { t = v[i]; v[i] = v[j]; v[j] = t }
      return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2 }
    FNR > 1 { key = $1 "\t" $3; if (!(key in seen)) { seen[key] = 1; order[++rows] = key }
              p50[key, $4] = p50[key, $4] " " $6; cpu[key, $4] = cpu[key, $4] " " $14 / $5 * 1000; errors[key] += $10 + $11 }
    END { n = split(sizes, size, " ")
          for (i = 1; i <= rows; i++) { key = order[i]; printf "%s", key
            for (s = 1; s <= n; s++) printf "\t%.2f", at[s] = median(p50[key, size[s]])
            printf "\t%.2f", at[n] / at[1]
            for (s = 1; s <= n; s++) printf "\t%.2f", at[s] = median(cpu[key, size[s]])
            printf "\t%.2f\t%d\n", at[n] / at[1], errors[key] } }' "$growth"
} | { command -v column >/dev/null && column -t -s $'\t' || cat; }
