#!/usr/bin/env bash
# Times one import of 1,000 charts, prints seconds, HTTP status, patients, server CPU seconds and PostgreSQL CPU seconds as
# the rig's own does, and takes the charts back.
#   import.sh BASE_URL SERVER_PID    over HTTP
#   import.sh guarded                the same rows by psql: copied to temporary tables, then inserted as the application
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
ids=$BENCH_WORK/chartroom-import; mkdir -p "$ids"
clinic() { psql_ -d "$CHARTROOM_DB" "$@"; }
[ -f "$ids/charts.ndjson" ] || node "$HERE/charts.mjs" "$IDS/import/charts.json" > "$ids/charts.ndjson"
actor=$(clinic -Atc "select id from clinic.provider order by id limit 1")
token=$(clinic -Atc "select bench.token('$actor')")
before=$(clinic -Atc "select count(*) from clinic.patient")

guarded() {
  { echo "set role chartroom_app; begin; select set_config('chartroom.actor', '$actor', true) \\g /dev/null"
    for table in patient allergy chronic_condition appointment medical_record symptom prescription vital_signs; do
      echo "create temporary table $table (like clinic.$table) on commit drop;"
      echo "\\copy pg_temp.$table from '$IDS/import/$table.csv' csv"
    done
    cat <<SQL
update pg_temp.patient set provider_id = '$actor';
update pg_temp.appointment set provider_id = '$actor';
update pg_temp.vital_signs set blood_pressure_diastolic = least(blood_pressure_diastolic, blood_pressure_systolic - 1);
insert into clinic.patient select * from pg_temp.patient;
insert into clinic.allergy select * from pg_temp.allergy;
insert into clinic.chronic_condition select * from pg_temp.chronic_condition;
insert into booking.overbooking (appointment_id, reason, recorded_by)
select id, 'made by chance', '$actor' from pg_temp.appointment where status in ('scheduled', 'checked_in', 'in_progress');
insert into clinic.appointment select * from pg_temp.appointment;
insert into clinic.medical_record select * from pg_temp.medical_record;
insert into clinic.symptom select * from pg_temp.symptom;
insert into clinic.prescription select * from pg_temp.prescription;
insert into clinic.vital_signs select * from pg_temp.vital_signs;
insert into audit.event (action, kind, object_id, patient_id, provider_id, outcome)
select 'create', 'chart', id, id, '$actor', 'success' from pg_temp.patient;
commit;
SQL
  } | clinic
}

pid=${2:-}; s0=$(ticks_tree "$pid"); g0=$(ticks_tree "$PG_PID"); t0=$(date +%s%N); code=guarded
if [ "$1" = guarded ]; then guarded
else
  code=$(curl -sS -o "$OUT/import.resp" -w '%{http_code}' -H 'Content-Type: application/x-ndjson' -H 'Expect:' \
    -H "Authorization: Bearer $token" --data-binary @"$ids/charts.ndjson" "$1/api/import/charts")
fi
t1=$(date +%s%N); sleep 0.5
s1=$(ticks_tree "$pid"); g1=$(ticks_tree "$PG_PID"); n=$(($(clinic -Atc "select count(*) from clinic.patient") - before))
awk -v a="$t0" -v b="$t1" -v c="$code" -v n="$n" -v s=$((s1 - s0)) -v g=$((g1 - g0)) -v hz="$TICKS" \
  'BEGIN { printf "%.3f\t%s\t%s\t%.2f\t%.2f\n", (b - a) / 1e9, c, n, s / hz, g / hz }'
clinic -c "delete from clinic.patient p where not exists (select from generate_series(0, 99999) i where bench_uuid('patient', i) = p.id)" \
       -c "vacuum analyze"
