drop trigger patient_name_terms on clinic.patient;

drop function patient_search.keep_name_terms();

drop index clinic.patient_provider_id_last_name_first_name_id_idx;

drop table patient_search.name_term;

drop function patient_search.digits(text);
drop function patient_search.words(text);
drop function patient_search.name_terms(text);
drop function patient_search.folded(text);

drop schema patient_search;
