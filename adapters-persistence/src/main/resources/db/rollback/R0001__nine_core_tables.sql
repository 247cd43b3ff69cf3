-- Nowhere cascade: what someone added beside these objects stops the way back instead of going with them.

drop table clinic.vital_signs;
drop table clinic.prescription;
drop table clinic.symptom;
drop table clinic.medical_record;
drop table clinic.appointment;
drop table clinic.chronic_condition;
drop table clinic.allergy;
drop table clinic.patient;
drop table clinic.provider;

drop function clinic.keep_timestamps();

drop type clinic.appointment_status;
drop type clinic.appointment_type;
drop type clinic.allergy_severity;
drop type clinic.sex;

drop schema clinic;
