drop index clinic.chronic_condition_patient_id_idx;
drop index clinic.allergy_patient_id_idx;
