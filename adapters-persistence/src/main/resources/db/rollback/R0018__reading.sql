drop view reading.schedule;
drop view reading.prescription;
drop view reading.symptom;
drop view reading.medical_record;
drop view reading.vital_signs;
drop view reading.appointment;
drop view reading.chronic_condition;
drop view reading.allergy;

drop schema reading;
