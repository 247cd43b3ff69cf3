-- Policies as the migrations before made them.

alter policy patient_select on clinic.patient
    using (provider_id = (select access.actor())
           or exists (select from access.care_team c where c.patient_id = patient.id and c.provider_id = (select access.actor())));
alter policy allergy_select on clinic.allergy
    using (exists (select from access.care_team c where c.patient_id = allergy.patient_id and c.provider_id = (select access.actor())));
alter policy chronic_condition_select on clinic.chronic_condition
    using (exists (select from access.care_team c where c.patient_id = chronic_condition.patient_id and c.provider_id = (select access.actor())));
alter policy appointment_select on clinic.appointment
    using (exists (select from access.care_team c where c.patient_id = appointment.patient_id and c.provider_id = (select access.actor())));
alter policy event_select on audit.event
    using (exists (select from access.care_team c where c.patient_id = event.patient_id and c.provider_id = (select access.actor())));
alter policy name_term_select on patient_search.name_term
    using (provider_id = (select access.actor())
           or exists (select from access.care_team c where c.patient_id = name_term.patient_id and c.provider_id = (select access.actor())));
alter policy row_version_select on history.row_version
    using (exists (select from access.care_team c where c.patient_id = row_version.patient_id and c.provider_id = (select access.actor())));
