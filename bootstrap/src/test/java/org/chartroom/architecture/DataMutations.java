package org.chartroom.architecture;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_INTERFACE;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static org.chartroom.architecture.Mutation.added;
import static org.chartroom.architecture.Mutation.changed;

import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Against {@link PatientDataRules}, {@link SqlRules} and {@link StyleRules}. */
final class DataMutations {

    private static final String PATIENT = "patient.domain.Patient";
    private static final String SERVICE = "patient.application.RegistrationService";
    private static final String CONTROLLER = "patient.web.PatientController";
    private static final String REPOSITORY = "patient.persistence.JdbcPatients";
    private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";
    private static final String OBJECT = "java.lang.Object";

    static final List<Mutation> ALL = List.of(
            changed(
                    "a repository takes any connection",
                    REPOSITORY,
                    Plant.method(
                            "<init>",
                            "(Ljavax/sql/DataSource;)V",
                            0,
                            code -> code.aload(0)
                                    .invokespecial(ClassDesc.of(OBJECT), "<init>", ConstantDescs.MTD_void)
                                    .return_()),
                    "PATIENT_DATA_ARE_REACHED_AS_SOMEBODY"),
            changed(
                    "a repository acts as nobody",
                    REPOSITORY,
                    Plant.calls(
                            "org.chartroom.jdbc.ActorJdbc",
                            "asNobody",
                            "()Lorg/springframework/jdbc/core/simple/JdbcClient;"),
                    "ONLY_SOME_ACT_AS_NOBODY"),
            changed(
                    "a repository acts as the auditor",
                    "record.persistence.JdbcCharts",
                    Plant.knows("jdbc.AuditorJdbc"),
                    "ONLY_SOME_ACT_AS_NOBODY"),
            changed(
                    "an aggregate prints itself",
                    PATIENT,
                    Plant.printing(code -> code.ldc("Ada Okafor").areturn()),
                    "PHI_PRINTS_REDACTED"),
            changed(
                    "an aggregate prints more than it may",
                    PATIENT,
                    Plant.printing(code -> code.aload(0)
                            .invokestatic(
                                    ClassDesc.of("org.chartroom.kernel.Redacted"),
                                    "text",
                                    MethodTypeDesc.of(CD_String, CD_Object))
                            .aload(0)
                            .invokevirtual(
                                    ClassDesc.of("org.chartroom.patient.domain.Patient"),
                                    "details",
                                    MethodTypeDesc.of(ClassDesc.of("org.chartroom.patient.domain.PatientDetails")))
                            .pop()
                            .areturn()),
                    "PHI_PRINTS_REDACTED"),
            changed(
                    "a record of texts is not marked",
                    "patient.domain.AllergyDetails",
                    Plant.notAnnotated(),
                    "PATIENT_DATA_IS_PHI"),
            changed(
                            "a view of an aggregate is not marked",
                            "patient.application.PatientSummary",
                            Plant.notAnnotated(),
                            "PATIENT_DATA_IS_PHI")
                    .beside("kernel.PersonName"),
            changed(
                    "a refusal quotes the patient",
                    "patient.domain.PatientRefusal",
                    Plant.method("planted", "(Ljava/lang/String;)V", ACC_PUBLIC | ACC_STATIC, code -> code.return_()),
                    "REFUSALS_TAKE_NO_PATIENT_TEXT"),
            changed("a controller logs", CONTROLLER, Plant.mentions("org.slf4j.Logger"), "FEATURES_DO_NOT_LOG"),
            changed("a repository logs", REPOSITORY, Plant.mentions("java.lang.System$Logger"), "FEATURES_DO_NOT_LOG"),
            changed(
                    "a statement is glued",
                    REPOSITORY,
                    Plant.sends(code -> code.ldc("select id from clinic.patient where last_name = '")
                            .aload(0)
                            .invokevirtual(CD_String, "concat", MethodTypeDesc.of(CD_String, CD_String))),
                    "SQL_IS_CONSTANT"),
            changed(
                    "a statement is formatted",
                    REPOSITORY,
                    Plant.sends(code -> code.ldc("select id from clinic.patient where last_name = '%s'")
                            .iconst_1()
                            .anewarray(CD_Object)
                            .invokevirtual(
                                    CD_String, "formatted", MethodTypeDesc.of(CD_String, CD_Object.arrayType()))),
                    "SQL_IS_CONSTANT"),
            changed("a statement is handed in", REPOSITORY, Plant.sends(code -> code.aload(0)), "SQL_IS_CONSTANT"),
            changed(
                    "a statement is handed in, in one of two cases",
                    REPOSITORY,
                    Plant.sends(code -> code.aload(0)
                            .ifThenElse(
                                    Opcode.IFNULL,
                                    constant -> constant.ldc("select id from clinic.patient"),
                                    any -> any.aload(0))),
                    "SQL_IS_CONSTANT"),
            changed(
                    "a statement is assembled",
                    REPOSITORY,
                    Plant.sends(code -> code.new_(ClassDesc.of("java.lang.StringBuilder"))
                            .dup()
                            .invokespecial(ClassDesc.of("java.lang.StringBuilder"), "<init>", ConstantDescs.MTD_void)
                            .invokevirtual(
                                    ClassDesc.of("java.lang.StringBuilder"), "toString", MethodTypeDesc.of(CD_String))),
                    "SQL_IS_CONSTANT"),
            changed(
                    "a statement selects every column",
                    REPOSITORY,
                    Plant.sends(code -> code.ldc("select p.* from clinic.patient p where id = :id")),
                    "SQL_IS_WRITTEN_ALIKE"),
            changed(
                    "a statement shouts",
                    REPOSITORY,
                    Plant.sends(code -> code.ldc("SELECT id FROM clinic.patient")),
                    "SQL_IS_WRITTEN_ALIKE"),
            changed(
                    "a page is counted off",
                    REPOSITORY,
                    Plant.sends(code -> code.ldc("select id from clinic.patient order by id limit 25 offset :from")),
                    "SQL_IS_WRITTEN_ALIKE"),
            changed(
                    "a parameter has no name",
                    REPOSITORY,
                    Plant.sends(code -> code.ldc("select id from clinic.patient where provider_id = ?")),
                    "SQL_IS_WRITTEN_ALIKE"),
            changed(
                    "rows are mapped by name",
                    REPOSITORY,
                    Plant.mentions("org.springframework.jdbc.core.DataClassRowMapper"),
                    "NO_OBJECT_MAPPING"),
            changed(
                    "a repository manages entities",
                    REPOSITORY,
                    Plant.mentions("jakarta.persistence.EntityManager"),
                    "NO_OBJECT_MAPPING"),
            changed(
                            "a package is not marked",
                            "patient.domain.package-info",
                            Plant.notAnnotated(),
                            "PACKAGES_ARE_NULL_MARKED")
                    .named("patient.domain"),
            changed(
                    "a field is injected",
                    CONTROLLER,
                    Plant.field(
                            "org.chartroom.patient.application.Registration",
                            ACC_PRIVATE | ACC_FINAL,
                            "org.springframework.beans.factory.annotation.Autowired"),
                    "NO_FIELD_INJECTION"),
            changed(
                    "a setting is injected",
                    CONTROLLER,
                    Plant.field(
                            "java.lang.String",
                            ACC_PRIVATE | ACC_FINAL,
                            "org.springframework.beans.factory.annotation.Value(value=${clinic})"),
                    "NO_FIELD_INJECTION"),
            changed(
                    "an aggregate holds an Optional",
                    PATIENT,
                    Plant.field("java.util.Optional", ACC_PRIVATE | ACC_FINAL),
                    "NO_OPTIONAL_FIELDS"),
            added(
                    "a class is called a helper",
                    "adapters-persistence",
                    "patient.persistence.PatientHelper",
                    Plant.type("org.chartroom.patient.persistence.PatientHelper", ACC_FINAL, OBJECT),
                    "NAMES_SAY_WHAT_A_THING_IS"),
            added(
                    "a use case is a class of its own",
                    "application",
                    "patient.application.RegisterPatientUseCase",
                    Plant.type("org.chartroom.patient.application.RegisterPatientUseCase", ACC_FINAL, OBJECT),
                    "NAMES_SAY_WHAT_A_THING_IS"),
            added(
                    "an interface says that it is one",
                    "application",
                    "patient.application.out.IPatients",
                    Plant.type(
                            "org.chartroom.patient.application.out.IPatients",
                            ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT,
                            OBJECT),
                    "NAMES_SAY_WHAT_A_THING_IS"),
            changed(
                    "a service prints",
                    SERVICE,
                    Plant.prints(),
                    "APPLICATION_TAKES_LITTLE_OF_SPRING",
                    "NO_STANDARD_STREAMS"),
            changed(
                    "the audit event has a transaction of its own",
                    "audit.application.AuditTrailService",
                    Plant.declares(
                            "planted",
                            "()V",
                            TRANSACTIONAL
                                    + "(propagation=org.springframework.transaction.annotation.Propagation.REQUIRES_NEW)"),
                    "NOTHING_HAPPENS_LATER"),
            changed(
                    "a listener hears of it later",
                    "audit.application.AccountEvents",
                    Plant.annotated("org.springframework.modulith.events.ApplicationModuleListener"),
                    "NOTHING_HAPPENS_LATER"),
            changed(
                    "a listener hears of it when it is done",
                    "audit.application.AccountEvents",
                    Plant.annotated("org.springframework.transaction.event.TransactionalEventListener"),
                    "NOTHING_HAPPENS_LATER",
                    "APPLICATION_TAKES_LITTLE_OF_SPRING"),
            changed(
                    "what all controllers share works by the hour",
                    "http.ProblemPages",
                    Plant.annotated("org.springframework.scheduling.annotation.Scheduled"),
                    "NOTHING_HAPPENS_LATER"));

    private DataMutations() {}
}
