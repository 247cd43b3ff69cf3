package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.chartroom.architecture.Foreign.LOGGING;
import static org.chartroom.architecture.Layers.FEATURES;
import static org.chartroom.architecture.Layers.JDBC;
import static org.chartroom.architecture.Layers.KERNEL;
import static org.chartroom.architecture.Layers.PERSISTENCE;
import static org.chartroom.architecture.Layers.anyOf;
import static org.chartroom.architecture.Layers.belongTo;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import javax.sql.DataSource;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.AuditorJdbc;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Refusal;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of patient data: who reaches them, and that they are never printed. */
final class PatientDataRules {

    static final ArchRule PATIENT_DATA_ARE_REACHED_AS_SOMEBODY = noClasses()
            .that(PERSISTENCE
                    .and(not(resideInAnyPackage("..chartroom.provider..")))
                    .as("are persistence adapters over patient data"))
            .should(Conditions.beHandedAnyOf(
                    JdbcClient.class, JdbcOperations.class, NamedParameterJdbcOperations.class, DataSource.class))
            .because(
                    "a statement that no actor was set for finds nothing, or, as another role, everything; instead take "
                            + "ActorJdbc and say as whom");

    static final ArchRule ONLY_SOME_ACT_AS_NOBODY = noClasses()
            .that(PERSISTENCE
                    .and(not(belongTo(HouseRules.ACTING_AS_NOBODY)))
                    .as("are persistence adapters and not among ACTING_AS_NOBODY"))
            .should()
            .callMethod(ActorJdbc.class, "asNobody")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(AuditorJdbc.class)
            .because("what nobody does, nobody answers for, and the auditor sees every patient's traces; instead take "
                    + "ActorJdbc and say as whom, or name the class in ACTING_AS_NOBODY and say why");

    static final ArchRule PHI_PRINTS_REDACTED = classes()
            .that()
            .areAnnotatedWith(Phi.class)
            .should(Conditions.printNothingButRedacted())
            .because("sooner or later every object is in a log line; instead write toString() as "
                    + "return Redacted.text(this), in each class behind an interface");

    static final ArchRule PATIENT_DATA_IS_PHI = classes()
            .that()
            .areRecords()
            .and()
            .areNotAnnotatedWith(Phi.class)
            .should(Conditions.holdNoPatientData(HouseRules.ABOUT_NO_PATIENT))
            .because("a record prints its components unless told otherwise; instead mark it @Phi and redact its "
                    + "toString(), or hold nothing but ids, instants, versions, enums and flags");

    static final ArchRule REFUSALS_TAKE_NO_PATIENT_TEXT = methods()
            .that()
            .areDeclaredInClassesThat(FEATURES.and(not(KERNEL))
                    .and(JavaClass.Predicates.assignableTo(Refusal.class))
                    .as("are refusals of a feature"))
            .and()
            .areStatic()
            .and()
            .areNotPrivate()
            .should(Conditions.takeNothingOfAPatient())
            .because("a refusal is logged and sent to clients; instead take ids, versions, instants or enums");

    static final ArchRule FEATURES_DO_NOT_LOG = noClasses()
            .that(anyOf("", FEATURES, JDBC)
                    .and(not(belongTo(HouseRules.LOGGING)))
                    .as("are in a feature or jdbc and not among LOGGING"))
            .should()
            .dependOnClassesThat(LOGGING)
            .because(
                    "a log is read by people who may not read charts, and kept where nobody redacts it; instead refuse, "
                            + "throw, or tell the audit trail: http logs failures, by id");

    private PatientDataRules() {}
}
