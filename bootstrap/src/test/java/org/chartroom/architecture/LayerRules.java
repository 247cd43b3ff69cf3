package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.chartroom.architecture.Foreign.DATABASE_ACCESS;
import static org.chartroom.architecture.Foreign.HTTP_AND_JSON;
import static org.chartroom.architecture.Foreign.PLAIN_JAVA;
import static org.chartroom.architecture.Foreign.SPRING_OF_SERVICES;
import static org.chartroom.architecture.Layers.APPLICATION;
import static org.chartroom.architecture.Layers.BOOTSTRAP;
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
import static org.chartroom.architecture.Layers.belongTo;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import org.mapstruct.Mapper;

/** How far from the clinic's rules a piece of code is, and what it may see from there. */
final class LayerRules {

    /** The parts of bootstrap that speak to a database: what wires the pool, what starts a server of its own. */
    private static final DescribedPredicate<JavaClass> DATABASE_WIRING = resideInAnyPackage(
                    "..chartroom.bootstrap", "..chartroom.bootstrap.embedded..")
            .as("wire the database");

    static final ArchRule EVERY_CLASS_HAS_A_LAYER = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .should(be(anyOf("in a layer of the house", BOOTSTRAP, LIBRARIES, FEATURES)))
            .because("a package that is no layer is a place that no other rule looks at; instead choose among "
                    + "<feature>, .domain, .application, .application.out, .persistence and .web");

    static final ArchRule PACKAGES_HAVE_ONE_MAVEN_HOME = classes()
            .should(MavenHomes.liveInTheModuleOfTheirLayer())
            .because("what a layer may see is told by the class path of its Maven module, so a class in another module "
                    + "sees more; instead move it into the module that is named, or into a package of this one");

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

    static final ArchRule HTTP_AND_JSON_STAY_IN_WEB = noClasses()
            .that(not(anyOf("", WEB, HTTP, BOOTSTRAP)).as("are neither web adapters nor in http nor in bootstrap"))
            .and(not(belongTo(HouseRules.KEEPING_JSON)).as("are not among KEEPING_JSON"))
            .should()
            .dependOnClassesThat(HTTP_AND_JSON)
            .because(
                    "how clients speak changes for other reasons than what the clinic does; instead translate in .web, "
                            + "and refuse with a Refusal, not with a status");

    static final ArchRule MAPPERS_STAY_AT_THE_EDGE = classes()
            .that()
            .areAnnotatedWith(Mapper.class)
            .should(be(anyOf("in a web adapter", WEB)))
            .because(
                    "between any two other layers a mapper hides which field goes where; instead call the constructor, "
                            + "which the compiler checks, and leave MapStruct to what meets JSON");

    private LayerRules() {}
}
