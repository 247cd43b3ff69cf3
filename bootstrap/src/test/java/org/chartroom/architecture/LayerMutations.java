package org.chartroom.architecture;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_INTERFACE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static org.chartroom.architecture.Mutation.added;
import static org.chartroom.architecture.Mutation.changed;

import java.util.List;

/** Against {@link LayerRules} and {@link FeatureRules}. */
final class LayerMutations {

    private static final String PATIENT = "patient.domain.Patient";
    private static final String REGISTRATION = "patient.application.RegistrationService";
    private static final String CONTROLLER = "patient.web.PatientController";
    private static final String REPOSITORY = "patient.persistence.JdbcPatients";
    private static final String OBJECT = "java.lang.Object";

    static final List<Mutation> ALL = List.of(
            changed(
                    "an aggregate publishes Spring's events itself",
                    PATIENT,
                    Plant.mentions("org.springframework.context.ApplicationEventPublisher"),
                    "DOMAIN_IS_PURE"),
            changed(
                    "an aggregate reads its row",
                    PATIENT,
                    Plant.mentions("java.sql.ResultSet"),
                    "DOMAIN_IS_PURE",
                    "JDBC_STAYS_IN_PERSISTENCE"),
            changed(
                    "a value writes its JSON",
                    "patient.domain.AllergyDetails",
                    Plant.mentions("tools.jackson.databind.JsonNode"),
                    "DOMAIN_IS_PURE",
                    "HTTP_AND_JSON_STAY_IN_WEB"),
            changed(
                    "a value is validated by annotations",
                    "record.domain.BloodPressure",
                    Plant.annotated("jakarta.validation.constraints.NotNull"),
                    "DOMAIN_IS_PURE",
                    "HTTP_AND_JSON_STAY_IN_WEB"),
            changed(
                    "a domain class is a bean",
                    "appointment.domain.FreeTimes",
                    Plant.annotated("org.springframework.stereotype.Component"),
                    "DOMAIN_IS_PURE",
                    "COMPONENTS_ARE_PACKAGE_PRIVATE"),
            changed(
                    "an aggregate calls a use case",
                    PATIENT,
                    Plant.knows("patient.application.Registration"),
                    "DOMAIN_IS_PURE"),
            changed(
                    "an aggregate loads what it needs",
                    PATIENT,
                    Plant.knows("patient.application.out.Patients"),
                    "DOMAIN_IS_PURE"),
            changed(
                    "a domain class draws in a thread pool",
                    "appointment.domain.FreeTimes",
                    Plant.mentions("java.util.concurrent.ExecutorService"),
                    "DOMAIN_IS_PURE",
                    "NO_THREADS_OF_ITS_OWN"),
            changed(
                    "an id knows its aggregate",
                    "patient.PatientId",
                    Plant.knows(PATIENT),
                    "BASE_PACKAGES_STAND_ALONE"),
            changed(
                    "a service sends SQL",
                    REGISTRATION,
                    Plant.mentions("org.springframework.jdbc.core.simple.JdbcClient"),
                    "APPLICATION_TAKES_LITTLE_OF_SPRING",
                    "JDBC_STAYS_IN_PERSISTENCE"),
            changed(
                    "a service reads the request",
                    REGISTRATION,
                    Plant.mentions("jakarta.servlet.http.HttpServletRequest"),
                    "APPLICATION_TAKES_LITTLE_OF_SPRING",
                    "HTTP_AND_JSON_STAY_IN_WEB"),
            changed(
                    "a service reads settings",
                    REGISTRATION,
                    Plant.mentions("org.springframework.core.env.Environment"),
                    "APPLICATION_TAKES_LITTLE_OF_SPRING"),
            changed(
                    "an outbound port speaks in rows",
                    "patient.application.out.Patients",
                    Plant.mentions("java.sql.ResultSet"),
                    "APPLICATION_TAKES_LITTLE_OF_SPRING",
                    "JDBC_STAYS_IN_PERSISTENCE"),
            changed(
                    "a service knows its repository",
                    REGISTRATION,
                    Plant.knows(REPOSITORY),
                    "APPLICATION_TAKES_LITTLE_OF_SPRING"),
            changed(
                    "a controller calls a repository",
                    CONTROLLER,
                    Plant.knows(REPOSITORY),
                    "WEB_GOES_THROUGH_INBOUND_PORTS"),
            changed(
                    "a controller calls an outbound port",
                    CONTROLLER,
                    Plant.knows("patient.application.out.Patients"),
                    "WEB_GOES_THROUGH_INBOUND_PORTS"),
            changed(
                    "a controller uses what repositories share",
                    CONTROLLER,
                    Plant.knows("jdbc.ActorJdbc"),
                    "WEB_GOES_THROUGH_INBOUND_PORTS"),
            changed(
                    "a controller sends SQL",
                    CONTROLLER,
                    Plant.mentions("javax.sql.DataSource"),
                    "JDBC_STAYS_IN_PERSISTENCE"),
            changed(
                    "a command sends SQL",
                    "bootstrap.cli.ProviderCommand",
                    Plant.mentions("org.springframework.jdbc.core.simple.JdbcClient"),
                    "JDBC_STAYS_IN_PERSISTENCE"),
            changed(
                            "a repository calls a use case",
                            REPOSITORY,
                            Plant.knows("patient.application.Registration"),
                            "PERSISTENCE_ANSWERS_OUTBOUND_PORTS")
                    .beside("patient.application.Registration"),
            changed(
                    "a repository uses a response",
                    REPOSITORY,
                    Plant.knows("patient.web.PatientResponse"),
                    "PERSISTENCE_ANSWERS_OUTBOUND_PORTS"),
            changed(
                    "a repository uses what controllers share",
                    REPOSITORY,
                    Plant.knows("http.Paging"),
                    "PERSISTENCE_ANSWERS_OUTBOUND_PORTS"),
            changed(
                    "a repository writes JSON",
                    REPOSITORY,
                    Plant.mentions("tools.jackson.databind.ObjectMapper"),
                    "HTTP_AND_JSON_STAY_IN_WEB"),
            changed(
                    "what all controllers share knows a feature",
                    "http.ETags",
                    Plant.knows("patient.PatientId"),
                    "LIBRARIES_KNOW_NO_FEATURE",
                    "FEATURES_FOLLOW_THE_LINE"),
            changed(
                    "what all repositories share knows what controllers share",
                    "jdbc.Columns",
                    Plant.knows("http.Paging"),
                    "FEATURES_FOLLOW_THE_LINE"),
            changed(
                    "a controller reaches for the configuration",
                    CONTROLLER,
                    Plant.knows("bootstrap.ClinicConfiguration"),
                    "NOBODY_SEES_BOOTSTRAP"),
            added(
                    "a package is no layer",
                    "domain",
                    "patient.corridor.Lost",
                    Plant.type("org.chartroom.patient.corridor.Lost", ACC_FINAL, OBJECT),
                    "EVERY_CLASS_HAS_A_LAYER",
                    "PACKAGES_HAVE_ONE_MAVEN_HOME",
                    "PACKAGES_ARE_NULL_MARKED"),
            added(
                    "a domain class lies in the Maven module of the repositories",
                    "adapters-persistence",
                    "patient.domain.Stray",
                    Plant.type("org.chartroom.patient.domain.Stray", ACC_FINAL, OBJECT),
                    "PACKAGES_HAVE_ONE_MAVEN_HOME"),
            added(
                    "an inbound port lies in the Maven module of the controllers",
                    "adapters-web",
                    "patient.application.Reception",
                    Plant.type(
                            "org.chartroom.patient.application.Reception",
                            ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT,
                            OBJECT),
                    "PACKAGES_HAVE_ONE_MAVEN_HOME"),
            added(
                    "rows are mapped by MapStruct",
                    "adapters-persistence",
                    "patient.persistence.RowMapper",
                    Plant.type(
                            "org.chartroom.patient.persistence.RowMapper",
                            ACC_INTERFACE | ACC_ABSTRACT,
                            OBJECT,
                            Plant.marked("org.mapstruct.Mapper")),
                    "MAPPERS_STAY_AT_THE_EDGE"),
            changed(
                    "a feature uses one to its right",
                    PATIENT,
                    Plant.knows("record.MedicalRecordId"),
                    "FEATURES_FOLLOW_THE_LINE"),
            changed(
                    "a view shows what only one to its right knows",
                    "patient.application.PatientView",
                    Plant.knows("appointment.AppointmentId"),
                    "FEATURES_FOLLOW_THE_LINE"),
            changed(
                            "two features use each other",
                            PATIENT,
                            Plant.knows("appointment.AppointmentId"),
                            "FEATURES_FOLLOW_THE_LINE",
                            "FEATURES_FORM_NO_CYCLE")
                    .beside("appointment.domain.Appointment", "appointment.AppointmentId", "patient.PatientId"),
            changed(
                    "an aggregate holds another feature's",
                    "record.domain.MedicalRecord",
                    Plant.knows(PATIENT),
                    "FEATURES_SHOW_THEIR_BASE_PACKAGE"),
            changed(
                    "a service calls another feature's use case",
                    "appointment.application.FrontDeskService",
                    Plant.knows("patient.application.Registration"),
                    "FEATURES_SHOW_THEIR_BASE_PACKAGE"),
            changed(
                    "a repository asks another feature's store",
                    "appointment.persistence.JdbcAppointments",
                    Plant.knows("patient.application.out.Patients"),
                    "FEATURES_SHOW_THEIR_BASE_PACKAGE"),
            changed(
                    "a controller answers another feature's response",
                    "record.web.ChartController",
                    Plant.knows("patient.web.PatientResponse"),
                    "FEATURES_SHOW_THEIR_BASE_PACKAGE"),
            added(
                            "a feature shows a second directory",
                            "domain",
                            "patient.PatientRegister",
                            Plant.type(
                                    "org.chartroom.patient.PatientRegister",
                                    ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT,
                                    OBJECT),
                            "ONE_DIRECTORY_A_FEATURE")
                    .beside("patient.PatientDirectory"),
            added(
                    "the kernel grows",
                    "domain",
                    "kernel.Money",
                    Plant.type("org.chartroom.kernel.Money", ACC_PUBLIC | ACC_FINAL, OBJECT),
                    "KERNEL_STAYS_SMALL"),
            added(
                    "a feature is on no map",
                    "domain",
                    "billing.Tariff",
                    Plant.type("org.chartroom.billing.Tariff", ACC_PUBLIC | ACC_FINAL, OBJECT),
                    "FEATURES_FOLLOW_THE_LINE",
                    "PACKAGES_ARE_NULL_MARKED"));

    private LayerMutations() {}
}
