-- What is read many rows at once. Under policies each row of a chart asks anew what was asked of the row above it, and each
-- table that a statement names has a policy to set up, whether or not it comes to it. These views are read as their owner,
-- whom no policy binds, so each says itself who sees: whoever is of the patient's care team; of a schedule, whose it is.
-- The planner takes them apart and asks once for each parent. A chart and a day's schedule take three quarters of PostgreSQL's
-- time (docs/decisions/0038).
--
-- The tables keep their policies, for whatever does not come this way. A view that does not ask for access.actor() is found
-- by OwnershipIT.

create schema reading;

create view reading.allergy as
    select a.*
      from access.care_team c
      join clinic.allergy   a on a.patient_id = c.patient_id
     where c.provider_id = (select access.actor());

create view reading.chronic_condition as
    select x.*
      from access.care_team         c
      join clinic.chronic_condition x on x.patient_id = c.patient_id
     where c.provider_id = (select access.actor());

-- as appointment_select
create view reading.appointment as
    select a.*
      from clinic.appointment a
     where a.provider_id = (select access.actor())
        or exists (select from access.care_team c where c.patient_id = a.patient_id and c.provider_id = (select access.actor()) offset 0);

create view reading.vital_signs as
    select v.*
      from reading.appointment a
      join clinic.vital_signs  v on v.appointment_id = a.id;

create view reading.medical_record as
    select r.*
      from reading.appointment   a
      join clinic.medical_record r on r.appointment_id = a.id;

create view reading.symptom as
    select s.*
      from reading.medical_record r
      join clinic.symptom         s on s.medical_record_id = r.id;

create view reading.prescription as
    select p.*
      from reading.medical_record r
      join clinic.prescription    p on p.medical_record_id = r.id;

-- Whoever has an appointment with a patient is of the care team, so that is not asked about.
create view reading.schedule as
    select a.provider_id, a.id as appointment_id, a.patient_id, p.first_name, p.last_name, p.date_of_birth,
           a.appointment_date, a.appointment_type, a.status, a.reason,
           exists (select from clinic.vital_signs v where v.appointment_id = a.id) as has_vital_signs,
           (select r.id from clinic.medical_record r where r.appointment_id = a.id) as medical_record_id
      from clinic.appointment a
      join clinic.patient     p on p.id = a.patient_id
     where a.provider_id = (select access.actor());

comment on schema reading is 'Views by which many rows are read at once; each says itself who sees.';
comment on view reading.allergy           is 'Allergies of the patients whose care team the actor is of.';
comment on view reading.chronic_condition is 'Chronic conditions of the patients whose care team the actor is of.';
comment on view reading.appointment       is 'Appointments of the patients whose care team the actor is of.';
comment on view reading.vital_signs       is 'Vital signs at the appointments that the actor sees.';
comment on view reading.medical_record    is 'Records of the appointments that the actor sees.';
comment on view reading.symptom           is 'Symptoms of the records that the actor sees.';
comment on view reading.prescription      is 'Prescriptions of the records that the actor sees.';
comment on view reading.schedule          is 'The actor''s own appointments, with whose they are and what there is of them.';

grant usage on schema reading to chartroom_app;
grant select on all tables in schema reading to chartroom_app;
