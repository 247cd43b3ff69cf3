#!/usr/bin/env bash
# Takes back what operation F has written, and what is kept of it besides; its audit events stay.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
psql_ -d "$CHARTROOM_DB" <<'SQL'
set session_replication_role = replica;
create temp table visit as select id, appointment_id from clinic.medical_record where chief_complaint = 'bench-visit';
delete from clinic.symptom      s using visit v where s.medical_record_id = v.id;
delete from clinic.prescription p using visit v where p.medical_record_id = v.id;
delete from clinic.vital_signs  s using visit v where s.appointment_id = v.appointment_id;
delete from clinic.medical_record r using visit v where r.id = v.id;
update clinic.appointment a set status = 'scheduled' from visit v where a.id = v.appointment_id;
insert into booking.busy select b.* from bench.busy b join visit v using (appointment_id) on conflict do nothing;
delete from history.row_version h using bench.mark m where h.change > m.change;
vacuum analyze clinic.appointment, clinic.medical_record, clinic.symptom, clinic.prescription, clinic.vital_signs,
               booking.busy, history.row_version;
SQL
