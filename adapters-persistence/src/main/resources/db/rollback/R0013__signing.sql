drop trigger appointment_signed    on clinic.appointment;
drop trigger prescription_signed   on clinic.prescription;
drop trigger symptom_signed        on clinic.symptom;
drop trigger medical_record_signed on clinic.medical_record;

drop function signing.refuse_with_signed_record();
drop function signing.refuse_signed();

drop policy signature_insert on signing.signature;

drop function signing.has_author(uuid);

drop table signing.addendum;
drop table signing.signature;

drop type signing.meaning;

drop schema signing;
