package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.chartroom.architecture.Layers.APPLICATION;
import static org.chartroom.architecture.Layers.BOOTSTRAP;
import static org.chartroom.architecture.Layers.DIRECTORIES;
import static org.chartroom.architecture.Layers.DOMAIN;
import static org.chartroom.architecture.Layers.FEATURES;
import static org.chartroom.architecture.Layers.HTTP;
import static org.chartroom.architecture.Layers.INBOUND_PORTS;
import static org.chartroom.architecture.Layers.JDBC;
import static org.chartroom.architecture.Layers.KERNEL;
import static org.chartroom.architecture.Layers.LIBRARIES;
import static org.chartroom.architecture.Layers.OUTBOUND;
import static org.chartroom.architecture.Layers.PERSISTENCE;
import static org.chartroom.architecture.Layers.WEB;
import static org.chartroom.architecture.Layers.WORDS;
import static org.chartroom.architecture.Layers.anyOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Refusal;
import org.mapstruct.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * The rules of the house. Each ends in why it is there and what to do instead, and is broken on purpose by a class under
 * {@code planted.chartroom} that names it.
 */
final class HouseRules {

    // Exceptions, by name. Whoever adds one says why beside it.

    /** Ports that are asked before anybody is known: signing in, the command line. */
    static final Set<String> PORTS_WITHOUT_ACTOR = Set.of(
            "org.chartroom.provider.application.SignIn",
            "org.chartroom.provider.application.AccountAdministration", // the operator, at the command line
            "org.chartroom.provider.application.SessionUpkeep", // the server itself
            "org.chartroom.audit.application.Sealing", // the same
            "org.chartroom.idempotency.application.AnswerUpkeep", // the same
            "org.chartroom.idempotency.application.out.OldAnswers",
            "org.chartroom.audit.application.AuditReview", // the operator
            "org.chartroom.patient.application.out.PhoneNumbers", // knows numbering plans and nobody's number
            "org.chartroom.audit.application.out.EventsOfNobody",
            "org.chartroom.audit.application.out.SealedTrail", // as a role that sees all and changes nothing
            "org.chartroom.audit.application.out.SealWitness");

    /** Handlers that answer before anybody is known: {@code org.chartroom.provider.web.SomeController.signIn}. */
    static final Set<String> HANDLERS_WITHOUT_ACTOR = Set.of(
            "org.chartroom.provider.web.SignInController.signIn",
            "org.chartroom.provider.web.SignInController.refresh");

    /** Records of texts and figures that are about no patient. */
    static final Set<String> ABOUT_NO_PATIENT = Set.of(
            "org.chartroom.kernel.Violation",
            "org.chartroom.audit.domain.Hash",
            "org.chartroom.idempotency.IdempotencyKey",
            "org.chartroom.idempotency.domain.Fingerprint",
            "org.chartroom.patient.domain.PhoneRegion",
            "org.chartroom.provider.Origin",
            "org.chartroom.appointment.domain.HoursException", // when a provider works, and so are those below
            "org.chartroom.appointment.domain.TimeOfDay",
            "org.chartroom.appointment.web.HoursBody$ExceptionBody",
            "org.chartroom.appointment.web.HoursBody$StretchBody",
            "org.chartroom.appointment.web.HoursBody$WeeklyBody",
            "org.chartroom.provider.domain.SignInTries",
            "org.chartroom.provider.domain.ThrottleLimits");

    /** The parts of bootstrap that speak to a database: what wires the pool, what starts a server of its own. */
    private static final DescribedPredicate<JavaClass> DATABASE_WIRING = resideInAnyPackage(
                    "..chartroom.bootstrap", "..chartroom.bootstrap.embedded..")
            .as("wire the database");

    // What others made.

    /** By their own annotation: what merely wires them, such as a configuration, others have to name. */
    private static final List<Class<? extends Annotation>> COMPONENTS = List.of(
            Component.class,
            Service.class,
            Repository.class,
            Controller.class,
            RestController.class,
            ControllerAdvice.class,
            RestControllerAdvice.class,
            Mapper.class);

    private static final DescribedPredicate<JavaClass> PLAIN_JAVA = resideInAnyPackage(
                    "java.lang",
                    "java.lang.annotation",
                    "java.math",
                    "java.nio.charset",
                    "java.security", // digests; what draws at random another rule refuses
                    "java.text",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations")
            .as("are plain Java");

    private static final DescribedPredicate<JavaClass> SPRING_OF_SERVICES = resideInAnyPackage(
                    "org.springframework.stereotype..",
                    "org.springframework.transaction.annotation..",
                    "org.springframework.modulith.events..")
            .or(belongToAnyOf(ApplicationEventPublisher.class, EventListener.class))
            .as("are Spring's stereotypes, transactions or events");

    private static final DescribedPredicate<JavaClass> DATABASE_ACCESS = resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.postgresql..",
                    "org.flywaydb..",
                    "com.zaxxer..")
            .as("are JDBC");

    private static final DescribedPredicate<JavaClass> HTTP_AND_JSON = resideInAnyPackage(
                    "tools.jackson..",
                    "com.fasterxml.jackson..",
                    "jakarta.servlet..",
                    "jakarta.validation..",
                    "org.springframework.http..",
                    "org.springframework.web..")
            .as("are HTTP or JSON");

    // Layers.

    static final ArchRule EVERY_CLASS_HAS_A_LAYER = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .should(be(anyOf("in a layer of the house", BOOTSTRAP, LIBRARIES, FEATURES)))
            .because("a package that is no layer is a place that no other rule looks at; instead choose among "
                    + "<feature>, .domain, .application, .application.out, .persistence and .web");

    static final ArchRule BASE_PACKAGES_STAND_ALONE = classes()
            .that(WORDS)
            .should()
            .onlyDependOnClassesThat(anyOf("are plain Java, in the kernel or a base package", PLAIN_JAVA, WORDS))
            .because(
                    "what a feature shows to others drags along all that it depends on; instead show an id or a value, "
                            + "and keep in .domain what needs more");

    static final ArchRule DOMAIN_IS_PURE = classes()
            .that(DOMAIN)
            .should()
            .onlyDependOnClassesThat(anyOf("are plain Java or domain", PLAIN_JAVA, WORDS, DOMAIN))
            .because("the clinic's rules must run, and be tested, on the JDK alone; instead hand the value in as an "
                    + "argument, or declare an outbound port in .application.out");

    static final ArchRule APPLICATION_TAKES_LITTLE_OF_SPRING = classes()
            .that(anyOf("are in an application package or outbound ports", APPLICATION, OUTBOUND))
            .should()
            .onlyDependOnClassesThat(anyOf(
                    "are plain Java, Spring's stereotypes, transactions or events, domain or ports",
                    PLAIN_JAVA,
                    SPRING_OF_SERVICES,
                    WORDS,
                    DOMAIN,
                    APPLICATION,
                    OUTBOUND))
            .because("a use case outlives the framework that serves it and must run without one in a test; instead "
                    + "declare an outbound port and let an adapter use the library");

    static final ArchRule WEB_GOES_THROUGH_INBOUND_PORTS = noClasses()
            .that(WEB)
            .should()
            .dependOnClassesThat(
                    anyOf("are outbound ports, persistence adapters or in jdbc", OUTBOUND, PERSISTENCE, JDBC))
            .because(
                    "a controller that reaches a repository skips authorization, transaction and audit; instead call an "
                            + "interface in .application");

    static final ArchRule PERSISTENCE_ANSWERS_OUTBOUND_PORTS = noClasses()
            .that(PERSISTENCE)
            .should()
            .dependOnClassesThat(anyOf("are web adapters, in http or inbound ports", WEB, HTTP, INBOUND_PORTS))
            .because(
                    "a repository is called and calls nobody, else a use case would run inside a statement of another; "
                            + "instead return what was read and let the service go on");

    static final ArchRule LIBRARIES_KNOW_NO_FEATURE = noClasses()
            .that(LIBRARIES)
            .should()
            .dependOnClassesThat(FEATURES.and(not(KERNEL)).as("are in a feature"))
            .because("what every feature stands on cannot stand on one of them; instead take the difference as an "
                    + "argument, or move the class into its feature");

    static final ArchRule NOBODY_SEES_BOOTSTRAP = noClasses()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .should()
            .dependOnClassesThat(BOOTSTRAP)
            .because("bootstrap wires everything, so whoever sees it sees everything; instead take what is needed as a "
                    + "constructor argument and let bootstrap hand it in");

    static final ArchRule JDBC_STAYS_IN_PERSISTENCE = noClasses()
            .that(not(anyOf("", PERSISTENCE, JDBC, DATABASE_WIRING))
                    .as("are neither persistence adapters nor in jdbc nor wire the database"))
            .should()
            .dependOnClassesThat(DATABASE_ACCESS)
            .because("SQL outside a repository carries no actor and is no port's contract; instead add a method to an "
                    + "outbound port");

    static final ArchRule PATIENT_DATA_ARE_REACHED_AS_SOMEBODY = noClasses()
            .that(PERSISTENCE
                    .and(not(resideInAnyPackage("..chartroom.provider..")))
                    .as("are persistence adapters over patient data"))
            .should(Conditions.beHandedAnyOf(
                    JdbcClient.class, JdbcOperations.class, NamedParameterJdbcOperations.class, DataSource.class))
            .because(
                    "a statement that no actor was set for finds nothing, or, as another role, everything; instead take "
                            + "ActorJdbc and say as whom");

    static final ArchRule HTTP_AND_JSON_STAY_IN_WEB = noClasses()
            .that(not(anyOf("", WEB, HTTP, BOOTSTRAP)).as("are neither web adapters nor in http nor in bootstrap"))
            .should()
            .dependOnClassesThat(HTTP_AND_JSON)
            .because(
                    "how clients speak changes for other reasons than what the clinic does; instead translate in .web, "
                            + "and refuse with a Refusal, not with a status");

    static final ArchRule FEATURES_FORM_NO_CYCLE = slices().matching("..chartroom.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "features in a circle are one feature that nobody can read, test or move alone; instead let the left "
                            + "one publish an event that the right one hears");

    // What can be seen.

    static final ArchRule ADAPTERS_ARE_PACKAGE_PRIVATE = classes()
            .that(anyOf("are adapters", PERSISTENCE, WEB))
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .because(
                    "an adapter is reached through its port and nowhere else; instead leave public away and inject the "
                            + "port");

    static final ArchRule COMPONENTS_ARE_PACKAGE_PRIVATE = classes()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .and(describe("are components", type -> COMPONENTS.stream().anyMatch(type::isAnnotatedWith)))
            .should()
            .notBePublic()
            .because("whoever can name a bean will inject it past its port; instead leave public away and inject the "
                    + "interface that it implements");

    static final ArchRule APPLICATION_SHOWS_PORTS_AND_VALUES = classes()
            .that(anyOf("are in an application package or outbound ports", APPLICATION, OUTBOUND))
            .and()
            .arePublic()
            .should(Conditions.beInterfaceRecordOrEnum())
            .because(
                    "a public service would be injected past its port; instead make the class package-private and show "
                            + "an interface, or a record of what it answers");

    // The actor.

    static final ArchRule INBOUND_PORTS_TAKE_THE_ACTOR_FIRST = methods()
            .that()
            .areDeclaredInClassesThat(anyOf("are inbound ports or directories", INBOUND_PORTS, DIRECTORIES))
            .and(areCalledFromOutside(PORTS_WITHOUT_ACTOR))
            .should(Conditions.takeTheActorFirst())
            .because(
                    "a use case that is not told who asks cannot know whose data it may show; instead take Actor by as "
                            + "the first parameter, or name the port among PORTS_WITHOUT_ACTOR");

    static final ArchRule OUTBOUND_PORTS_TAKE_THE_ACTOR_FIRST = methods()
            .that()
            .areDeclaredInClassesThat(OUTBOUND.and(describe("interfaces", JavaClass::isInterface))
                    .and(not(resideInAnyPackage("..chartroom.provider..")))
                    .as("are outbound ports over patient data"))
            .and(areCalledFromOutside(PORTS_WITHOUT_ACTOR))
            .should(Conditions.takeTheActorFirst())
            .because(
                    "a statement that is not told who asks reaches every patient of the clinic; instead take Actor by as "
                            + "the first parameter and put it into the where clause");

    static final ArchRule HANDLERS_TAKE_THE_ACTOR = methods()
            .that()
            .areDeclaredInClassesThat(WEB)
            .and(describe(
                    "are handlers",
                    method -> method.isAnnotatedWith(RequestMapping.class)
                            || method.isMetaAnnotatedWith(RequestMapping.class)))
            .and(describe(
                    "are not among HANDLERS_WITHOUT_ACTOR",
                    method ->
                            !HANDLERS_WITHOUT_ACTOR.contains(method.getOwner().getFullName() + "." + method.getName())))
            .should(Conditions.takeTheActor())
            .because("a handler without an Actor answers people who have not signed in; instead take Actor by, or name "
                    + "the handler among HANDLERS_WITHOUT_ACTOR");

    // Time and chance.

    static final ArchRule NO_WALL_CLOCK = noClasses()
            .that(FEATURES)
            .should()
            .accessTargetWhere(Conditions.readTheWallClock())
            .because(
                    "what reads the wall clock cannot be tested at midnight or in a leap year; instead take Instant now "
                            + "in the domain, and now(clock) in a service");

    static final ArchRule ONLY_SERVICES_HOLD_A_CLOCK = noClasses()
            .that(FEATURES.and(not(APPLICATION)).as("are in a feature outside its application package"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, InstantSource.class)
            .because("one request has one now, and its service read it; instead take the Instant or LocalDate as an "
                    + "argument, and let the database stamp what it stores");

    static final ArchRule NO_RANDOMNESS = noClasses()
            .that(anyOf("are in a domain or an application package", WORDS, DOMAIN, APPLICATION, OUTBOUND))
            .should()
            .accessTargetWhere(Conditions.rollDice())
            .because("what draws at random cannot be tested, and ids must come in order; instead let the service ask "
                    + "IdGenerator and hand the id in");

    // Patient data.

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
            .should(Conditions.holdNoPatientData(ABOUT_NO_PATIENT))
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

    // Style.

    static final ArchRule PACKAGES_ARE_NULL_MARKED = all(Conditions.packages())
            .should(Conditions.beNullMarked())
            .because(
                    "NullAway looks at marked packages only, and a reader needs to know what a package is for; instead "
                            + "add a package-info.java with a few sentences and @NullMarked");

    static final ArchRule NO_FIELD_INJECTION = classes()
            .should(Conditions.haveNoMemberAnnotatedWith(Autowired.class, Value.class))
            .because(
                    "an object that is filled in later can be seen half made, and not be made by a test; instead take it "
                            + "in the constructor");

    static final ArchRule NO_OPTIONAL_FIELDS = fields().should()
            .notHaveRawType(JavaClass.Predicates.belongToAnyOf(
                            Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
                    .as("Optional"))
            .because("Optional is an answer, not a state, and a field of it can still be null; instead make the field "
                    + "@Nullable and return Optional from a method where it helps");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
            .should(Conditions.haveANameOfItsOwn())
            .because(
                    "Impl, Helper, Util, Manager and Base say nothing of what a class does, so everything ends up there; "
                            + "instead name it after its job, and an adapter after its technology: JdbcPatients");

    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .should(ACCESS_STANDARD_STREAMS)
            .because("nobody reads the console of a server, and nothing redacts it; instead throw, or log ids");

    static final ArchRule NOTHING_HAPPENS_LATER = classes()
            .that(FEATURES)
            .should(Conditions.stayInTheCallersTransaction())
            .because(
                    "audit and what a colleague reads next must be true when the answer is sent, and a second connection "
                            + "inside a transaction can exhaust the pool; instead listen in the same transaction");

    private static DescribedPredicate<JavaMethod> areCalledFromOutside(Set<String> exceptions) {
        return describe(
                "are called from outside",
                method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !exceptions.contains(method.getOwner().getFullName()));
    }

    private HouseRules() {}
}
