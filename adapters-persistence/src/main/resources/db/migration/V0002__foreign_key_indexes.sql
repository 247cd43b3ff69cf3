-- Indexes for the foreign keys that the ticket leaves without one. The rest have theirs:
-- the ticket's ten, and the unique constraints on appointment_id.

-- select … from clinic.allergy where patient_id = :patient            (the chart)
-- delete from clinic.patient where id = :patient                      (the cascade looks for its allergies)
create index allergy_patient_id_idx           on clinic.allergy           (patient_id);

-- select … from clinic.chronic_condition where patient_id = :patient  (the chart)
-- delete from clinic.patient where id = :patient                      (the cascade looks for its conditions)
create index chronic_condition_patient_id_idx on clinic.chronic_condition (patient_id);
