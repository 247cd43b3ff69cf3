package org.chartroom.architecture;

import static org.chartroom.architecture.Mutation.changed;

import java.util.List;

/** Against {@link PortRules}. */
final class PortMutations {

    private static final String ACTOR = "Lorg/chartroom/provider/Actor;";
    private static final String PATIENT_ID = "Lorg/chartroom/patient/PatientId;";
    private static final String UUID = "Ljava/util/UUID;";
    private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";
    private static final String HANDLER = "org.springframework.web.bind.annotation.GetMapping";

    private static final String REGISTRATION = "patient.application.Registration";
    private static final String SERVICE = "patient.application.RegistrationService";
    private static final String PATIENTS = "patient.application.out.Patients";
    private static final String CONTROLLER = "patient.web.PatientController";
    private static final String REPOSITORY = "patient.persistence.JdbcPatients";

    static final List<Mutation> ALL = List.of(
            changed(
                    "a controller is public",
                    CONTROLLER,
                    Plant.shown(),
                    "ADAPTERS_ARE_PACKAGE_PRIVATE",
                    "COMPONENTS_ARE_PACKAGE_PRIVATE"),
            changed(
                    "a repository is public",
                    REPOSITORY,
                    Plant.shown(),
                    "ADAPTERS_ARE_PACKAGE_PRIVATE",
                    "COMPONENTS_ARE_PACKAGE_PRIVATE"),
            changed(
                    "a mapper is public",
                    "patient.web.PatientMapper",
                    Plant.shown(),
                    "ADAPTERS_ARE_PACKAGE_PRIVATE",
                    "COMPONENTS_ARE_PACKAGE_PRIVATE"),
            changed(
                    "a request body is public",
                    "patient.web.RegistrationBody",
                    Plant.shown(),
                    "ADAPTERS_ARE_PACKAGE_PRIVATE"),
            changed("the advice is public", "http.ProblemAdvice", Plant.shown(), "COMPONENTS_ARE_PACKAGE_PRIVATE"),
            changed(
                    "a service is public",
                    SERVICE,
                    Plant.shown(),
                    "COMPONENTS_ARE_PACKAGE_PRIVATE",
                    "APPLICATION_SHOWS_PORTS_AND_VALUES"),
            changed(
                    "an inbound port takes no actor",
                    REGISTRATION,
                    Plant.declares("planted", "(" + PATIENT_ID + ")V"),
                    "INBOUND_PORTS_TAKE_THE_ACTOR_FIRST"),
            changed(
                    "an inbound port takes the actor last",
                    REGISTRATION,
                    Plant.declares("planted", "(" + PATIENT_ID + ACTOR + ")V"),
                    "INBOUND_PORTS_TAKE_THE_ACTOR_FIRST"),
            changed(
                    "a directory takes no actor",
                    "patient.PatientDirectory",
                    Plant.declares("planted", "(" + PATIENT_ID + ")V"),
                    "INBOUND_PORTS_TAKE_THE_ACTOR_FIRST"),
            changed(
                    "an outbound port takes no actor",
                    PATIENTS,
                    Plant.declares("planted", "(" + PATIENT_ID + ")V"),
                    "OUTBOUND_PORTS_TAKE_THE_ACTOR_FIRST"),
            changed(
                    "a handler takes no actor",
                    CONTROLLER,
                    Plant.declares("planted", "(" + UUID + ")Ljava/lang/String;", HANDLER),
                    "HANDLERS_TAKE_THE_ACTOR"),
            changed(
                    "an inbound port takes a raw id",
                    REGISTRATION,
                    Plant.declares("planted", "(" + ACTOR + UUID + ")V"),
                    "PORTS_SPEAK_IN_IDS"),
            changed(
                    "an outbound port answers a raw id",
                    PATIENTS,
                    Plant.declares("planted", "(" + ACTOR + ")" + UUID),
                    "PORTS_SPEAK_IN_IDS"),
            changed(
                            "a controller is the use case",
                            CONTROLLER,
                            Plant.implementing(Mutation.ours(REGISTRATION)),
                            "PORTS_ARE_ANSWERED_IN_THEIR_PLACE")
                    .beside(REGISTRATION),
            changed(
                            "a service is its own store",
                            "patient.application.PatientIndexService",
                            Plant.implementing(
                                    Mutation.ours("patient.application.PatientIndex"), Mutation.ours(PATIENTS)),
                            "PORTS_ARE_ANSWERED_IN_THEIR_PLACE")
                    .beside(PATIENTS),
            changed(
                    "a repository answers no port",
                    REPOSITORY,
                    Plant.implementing("java.io.Closeable"),
                    "REPOSITORIES_ANSWER_A_PORT"),
            changed(
                    "an outbound port saves",
                    PATIENTS,
                    Plant.declares("savePatient", "(" + ACTOR + PATIENT_ID + ")V"),
                    "OUTBOUND_PORTS_ARE_COLLECTIONS"),
            changed(
                    "an outbound port finds null",
                    PATIENTS,
                    Plant.declares("findByName", "(" + ACTOR + ")Lorg/chartroom/patient/domain/Patient;"),
                    "OUTBOUND_PORTS_ARE_COLLECTIONS"),
            changed(
                    "an outbound port is for things of any kind",
                    PATIENTS,
                    Plant.generic(),
                    "OUTBOUND_PORTS_ARE_COLLECTIONS"),
            changed("a service opens no transaction", SERVICE, Plant.notAnnotated(), "SERVICES_ARE_TRANSACTIONAL")
                    .beside(REGISTRATION),
            changed(
                    "a repository opens a transaction",
                    REPOSITORY,
                    Plant.annotated(TRANSACTIONAL),
                    "TRANSACTIONS_BEGIN_IN_SERVICES"),
            changed(
                    "a controller opens a transaction",
                    CONTROLLER,
                    Plant.mentions("org.springframework.transaction.support.TransactionTemplate"),
                    "TRANSACTIONS_BEGIN_IN_SERVICES"),
            changed(
                    "a handler answers an aggregate",
                    CONTROLLER,
                    Plant.declares("planted", "(" + ACTOR + ")Lorg/chartroom/patient/domain/Patient;", HANDLER),
                    "HANDLERS_ANSWER_NO_AGGREGATE"),
            changed(
                    "a controller answers 404",
                    CONTROLLER,
                    Plant.reads("org.springframework.http.HttpStatus", "NOT_FOUND"),
                    "ONLY_HTTP_NAMES_ERROR_STATUSES"),
            changed(
                    "a controller answers an empty 404",
                    CONTROLLER,
                    Plant.callsStatic(
                            "org.springframework.http.ResponseEntity",
                            "notFound",
                            "()Lorg/springframework/http/ResponseEntity$HeadersBuilder;"),
                    "ONLY_HTTP_NAMES_ERROR_STATUSES"),
            changed(
                    "a controller throws a status",
                    CONTROLLER,
                    Plant.makes("org.springframework.web.server.ResponseStatusException"),
                    "ONLY_HTTP_NAMES_ERROR_STATUSES"),
            changed(
                    "a handler has its error status as an annotation",
                    CONTROLLER,
                    Plant.annotated("org.springframework.web.bind.annotation.ResponseStatus"),
                    "ONLY_HTTP_NAMES_ERROR_STATUSES"));

    private PortMutations() {}
}
