revoke update (first_name, last_name, date_of_birth, sex, phone, email, address, city, state, zip_code,
               emergency_contact_name, emergency_contact_phone, insurance_provider, insurance_policy_number, notes)
    on clinic.patient from chartroom_app;
revoke update (allergen, severity, reaction)
    on clinic.allergy from chartroom_app;
revoke update (condition, diagnosed_date, notes)
    on clinic.chronic_condition from chartroom_app;
revoke update (appointment_date, appointment_type, status, reason, notes)
    on clinic.appointment from chartroom_app;
revoke update (chief_complaint, subjective, objective, assessment, plan, ai_transcript, ai_summary)
    on clinic.medical_record from chartroom_app;
revoke update (name, severity, duration, notes, ai_generated)
    on clinic.symptom from chartroom_app;
revoke update (medication, dosage, frequency, duration, quantity, refills, instructions, ai_generated)
    on clinic.prescription from chartroom_app;
revoke update (blood_pressure_systolic, blood_pressure_diastolic, heart_rate, temperature, respiratory_rate,
               oxygen_saturation, weight, height)
    on clinic.vital_signs from chartroom_app;

grant update
   on clinic.patient, clinic.allergy, clinic.chronic_condition, clinic.appointment, clinic.medical_record,
      clinic.symptom, clinic.prescription, clinic.vital_signs
   to chartroom_app;

drop policy prescription_delete      on clinic.prescription;
drop policy prescription_update      on clinic.prescription;
drop policy prescription_insert      on clinic.prescription;
drop policy prescription_select      on clinic.prescription;
drop policy symptom_delete           on clinic.symptom;
drop policy symptom_update           on clinic.symptom;
drop policy symptom_insert           on clinic.symptom;
drop policy symptom_select           on clinic.symptom;
drop policy vital_signs_delete       on clinic.vital_signs;
drop policy vital_signs_update       on clinic.vital_signs;
drop policy vital_signs_insert       on clinic.vital_signs;
drop policy vital_signs_select       on clinic.vital_signs;
drop policy medical_record_delete    on clinic.medical_record;
drop policy medical_record_update    on clinic.medical_record;
drop policy medical_record_insert    on clinic.medical_record;
drop policy medical_record_select    on clinic.medical_record;
drop policy appointment_delete       on clinic.appointment;
drop policy appointment_update       on clinic.appointment;
drop policy appointment_insert       on clinic.appointment;
drop policy appointment_select       on clinic.appointment;
drop policy chronic_condition_delete on clinic.chronic_condition;
drop policy chronic_condition_update on clinic.chronic_condition;
drop policy chronic_condition_insert on clinic.chronic_condition;
drop policy chronic_condition_select on clinic.chronic_condition;
drop policy allergy_delete           on clinic.allergy;
drop policy allergy_update           on clinic.allergy;
drop policy allergy_insert           on clinic.allergy;
drop policy allergy_select           on clinic.allergy;
drop policy patient_delete           on clinic.patient;
drop policy patient_update           on clinic.patient;
drop policy patient_insert           on clinic.patient;
drop policy patient_select           on clinic.patient;
drop policy care_team_select         on access.care_team;

alter table clinic.patient           disable row level security;
alter table clinic.allergy           disable row level security;
alter table clinic.chronic_condition disable row level security;
alter table clinic.appointment       disable row level security;
alter table clinic.medical_record    disable row level security;
alter table clinic.vital_signs       disable row level security;
alter table clinic.symptom           disable row level security;
alter table clinic.prescription      disable row level security;

drop trigger appointment_care_team on clinic.appointment;
drop trigger patient_care_team on clinic.patient;

drop function access.may_write(uuid);
drop function access.transfer_patient(uuid, uuid, timestamptz);
drop function access.keep_care_team();
drop function access.leave_care_team(uuid, uuid);
drop function access.join_care_team(uuid, uuid);

drop table access.care_team;

drop function access.actor();
