#!/usr/bin/env bash
# Makes database "chartroom" beside the rig's own, with the same rows behind the product's schema. The rows go in at
# version 6, the last at which nothing is derived from appointments; the later migrations derive the rest themselves, as
# they do for a clinic with years behind it, and take overlapping appointments for deliberate overbookings.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

rm -rf "$CHARTROOM_HOME"   # where seals of the old trail lie
psql_ -d postgres -c "drop database if exists $CHARTROOM_DB" -c "create database $CHARTROOM_DB"
chartroom db migrate
chartroom db rollback --to=6
into() { psql_ -d "$CHARTROOM_DB" -c "set session_replication_role = replica" "$@"; }
columns() { # in the order of the product's table
  psql_ -d "$CHARTROOM_DB" -Atc "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                                   where attrelid = 'clinic.$1'::regclass and attnum > 0 and not attisdropped"
}
for table in provider patient allergy chronic_condition appointment medical_record symptom prescription vital_signs; do
  columns=$(columns $table); from=public.$table
  # made by chance, and now and then not below the systolic pressure
  [ $table != vital_signs ] || from="(select id, appointment_id, blood_pressure_systolic, least(blood_pressure_diastolic,
     blood_pressure_systolic - 1) as blood_pressure_diastolic, heart_rate, temperature, respiratory_rate, oxygen_saturation,
     weight, height, created_at, updated_at from public.vital_signs) v"
  psql_ -d "$DB" -c "copy (select $columns from $from) to stdout" |
    into -c "copy clinic.$table ($columns) from stdin"
done
into -c "insert into access.care_team (patient_id, provider_id)
         select id, provider_id from clinic.patient union select patient_id, provider_id from clinic.appointment"
chartroom db migrate

# What the rig's scripts compute with, and what reset.sh goes back to.
psql_ -d "$DB" -Atc "select pg_get_functiondef(oid) || ';' from pg_proc where proname like 'bench\\_%' order by oid" | psql_ -d "$CHARTROOM_DB"
psql_ -d "$CHARTROOM_DB" <<'SQL'
create schema bench;
create function bench.token(provider uuid) returns text language sql immutable as
  $$ select rtrim(translate(encode(sha256(convert_to('bench ' || provider, 'UTF8')), 'base64'), '+/', '-_'), '=') $$;
create table bench.busy as select * from booking.busy;
create table bench.mark as select coalesce(max(change), 0) as change from history.row_version;
grant usage on schema bench to chartroom_app;
SQL
psql_ -d "$CHARTROOM_DB" -c "vacuum analyze" -c "comment on database $CHARTROOM_DB is 'loaded'"
