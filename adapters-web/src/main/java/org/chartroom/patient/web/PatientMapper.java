package org.chartroom.patient.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.chartroom.audit.Access;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.web.PatientResponse.AllergyResponse;
import org.chartroom.patient.web.PatientResponse.ChronicConditionResponse;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Views, in which what belongs together stands together, as the flat JSON that clients read. */
@Mapper
interface PatientMapper {

    @FlatPatient
    PatientResponse response(PatientView patient);

    @FlatPatient
    PatientLine line(PatientSummary patient);

    @Mapping(target = "providerId", source = "provider")
    @Mapping(target = "firstName", source = "name.firstName")
    @Mapping(target = "lastName", source = "name.lastName")
    AccessLine line(Access access);

    @Mapping(target = ".", source = "details")
    AllergyResponse response(AllergyView view);

    @Mapping(target = ".", source = "details")
    ChronicConditionResponse response(ChronicConditionView view);

    @Mapping(target = ".", source = "details")
    @Mapping(target = ".", source = "details.name")
    @Mapping(target = ".", source = "details.contact")
    @Mapping(target = "email", source = "details.contact.email.value")
    @Mapping(target = ".", source = "details.address")
    @Mapping(target = "address", source = "details.address.address")
    @Mapping(target = ".", source = "details.emergencyContact")
    @Mapping(target = ".", source = "details.insurance")
    @Mapping(target = "incomplete", expression = "java(patient.details().incomplete())")
    @Retention(RetentionPolicy.CLASS)
    @interface FlatPatient {}
}
