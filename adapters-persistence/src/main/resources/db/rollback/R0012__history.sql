drop trigger prescription_history      on clinic.prescription;
drop trigger symptom_history           on clinic.symptom;
drop trigger medical_record_history    on clinic.medical_record;
drop trigger vital_signs_history       on clinic.vital_signs;
drop trigger appointment_history       on clinic.appointment;
drop trigger chronic_condition_history on clinic.chronic_condition;
drop trigger allergy_history           on clinic.allergy;
drop trigger patient_history           on clinic.patient;

drop function history.keep();
drop function history.present_change();

drop table history.row_version;

drop sequence history.change;

drop schema history;
