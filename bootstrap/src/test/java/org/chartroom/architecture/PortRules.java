package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.chartroom.architecture.Foreign.COMPONENTS;
import static org.chartroom.architecture.Layers.APPLICATION;
import static org.chartroom.architecture.Layers.AUDIT;
import static org.chartroom.architecture.Layers.BOOTSTRAP;
import static org.chartroom.architecture.Layers.DIRECTORIES;
import static org.chartroom.architecture.Layers.DOMAIN;
import static org.chartroom.architecture.Layers.HTTP;
import static org.chartroom.architecture.Layers.INBOUND_PORTS;
import static org.chartroom.architecture.Layers.OUTBOUND;
import static org.chartroom.architecture.Layers.OUTBOUND_PORTS;
import static org.chartroom.architecture.Layers.PERSISTENCE;
import static org.chartroom.architecture.Layers.WEB;
import static org.chartroom.architecture.Layers.WORDS;
import static org.chartroom.architecture.Layers.anyOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who asks, through what, and who answers: ports, what is behind them, what can be seen of it. */
final class PortRules {

    private static final Pattern OF_A_TABLE = Pattern.compile(
            "(save|insert|update|delete|persist|merge|upsert|select|fetch" + "|load|query)(\\p{Upper}.*)?");

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

    static final ArchRule INBOUND_PORTS_TAKE_THE_ACTOR_FIRST = methods()
            .that()
            .areDeclaredInClassesThat(anyOf("are inbound ports or directories", INBOUND_PORTS, DIRECTORIES))
            .and(areCalledFromOutside(HouseRules.PORTS_WITHOUT_ACTOR))
            .should(Conditions.takeTheActorFirst())
            .because(
                    "a use case that is not told who asks cannot know whose data it may show; instead take Actor by as "
                            + "the first parameter, or name the port among PORTS_WITHOUT_ACTOR");

    static final ArchRule OUTBOUND_PORTS_TAKE_THE_ACTOR_FIRST = methods()
            .that()
            .areDeclaredInClassesThat(OUTBOUND.and(describe("interfaces", JavaClass::isInterface))
                    .and(not(resideInAnyPackage("..chartroom.provider..")))
                    .as("are outbound ports over patient data"))
            .and(areCalledFromOutside(HouseRules.PORTS_WITHOUT_ACTOR))
            .should(Conditions.takeTheActorFirst())
            .because(
                    "a statement that is not told who asks reaches every patient of the clinic; instead take Actor by as "
                            + "the first parameter and put it into the where clause");

    static final ArchRule HANDLERS_TAKE_THE_ACTOR = methods()
            .that()
            .areDeclaredInClassesThat(WEB)
            .and(describe("are handlers", PortRules::isHandler))
            .and(describe(
                    "are not among HANDLERS_WITHOUT_ACTOR",
                    method -> !HouseRules.HANDLERS_WITHOUT_ACTOR.contains(
                            method.getOwner().getFullName() + "." + method.getName())))
            .should(Conditions.takeTheActor())
            .because("a handler without an Actor answers people who have not signed in; instead take Actor by, or name "
                    + "the handler among HANDLERS_WITHOUT_ACTOR");

    static final ArchRule PORTS_SPEAK_IN_IDS = methods()
            .that()
            .areDeclaredInClassesThat(anyOf("are ports outside audit", INBOUND_PORTS, DIRECTORIES, OUTBOUND_PORTS)
                    .and(not(AUDIT))
                    .as("are ports outside audit"))
            .should(takeAndAnswerNoRawId())
            .because("two ids of one type are exchanged and nobody sees it; instead take a record around the UUID from "
                    + "the base package of its feature, such as PatientId");

    static final ArchRule PORTS_ARE_ANSWERED_IN_THEIR_PLACE = classes()
            .that(not(describe("", JavaClass::isInterface)).as("are no interfaces"))
            .should(answerPortsOfTheirLayerOnly())
            .because("a use case outside .application has no transaction and no test of its own, a store outside "
                    + ".persistence no contract; instead put the class where its port is answered");

    static final ArchRule REPOSITORIES_ANSWER_A_PORT = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .should(implementAnOutboundPort())
            .because(
                    "a repository without a port has no contract, and nothing can stand in for it; instead declare what "
                            + "is needed in .application.out and implement that");

    static final ArchRule OUTBOUND_PORTS_ARE_COLLECTIONS = classes()
            .that(OUTBOUND_PORTS)
            .should(speakLikeACollection())
            .because(
                    "a port is what the feature says of its things, not what a table can do, and nothing found is an "
                            + "answer, not null; instead find (Optional), get (refuses), add, replace, remove, for one kind of thing");

    static final ArchRule SERVICES_ARE_TRANSACTIONAL = classes()
            .that(describe(
                    "implement an inbound port and are not among SERVICES_WITHOUT_TRANSACTION",
                    type -> APPLICATION.test(type)
                            && !type.isInterface()
                            && type.getAllRawInterfaces().stream().anyMatch(INBOUND_PORTS)
                            && !HouseRules.SERVICES_WITHOUT_TRANSACTION.contains(type.getFullName())))
            .should()
            .beAnnotatedWith(Transactional.class)
            .because(
                    "what a use case changes and what it tells the audit trail are kept together or not at all; instead "
                            + "annotate the service with @Transactional, or name it in SERVICES_WITHOUT_TRANSACTION");

    static final ArchRule TRANSACTIONS_BEGIN_IN_SERVICES = noClasses()
            .that(anyOf(
                    "are words, domain, outbound ports or adapters", WORDS, DOMAIN, OUTBOUND, PERSISTENCE, WEB, HTTP))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.transaction.annotation..", "org.springframework.transaction.support..")
            .because(
                    "where a transaction begins is where a use case does, and no adapter knows how much belongs to one; "
                            + "instead annotate the service");

    static final ArchRule HANDLERS_ANSWER_NO_AGGREGATE = methods()
            .that()
            .areDeclaredInClassesThat(WEB)
            .and(describe("are handlers", PortRules::isHandler))
            .should(answerNoAggregate())
            .because("a client would depend on every component of what only the clinic's rules shall know; instead "
                    + "answer a view, or a response record of .web");

    static final ArchRule ONLY_HTTP_NAMES_ERROR_STATUSES = noClasses()
            .that(WEB)
            .should()
            .accessTargetWhere(nameAnErrorStatus())
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ResponseStatus.class, ExceptionHandler.class)
            .because(
                    "ProblemAdvice alone says which status a refusal has, so that all features answer alike; instead throw "
                            + "a Refusal and let its kind decide");

    private static boolean isHandler(JavaMethod method) {
        return method.isAnnotatedWith(RequestMapping.class) || method.isMetaAnnotatedWith(RequestMapping.class);
    }

    private static DescribedPredicate<JavaMethod> areCalledFromOutside(Set<String> exceptions) {
        return describe(
                "are called from outside",
                method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !exceptions.contains(method.getOwner().getFullName()));
    }

    private static ArchCondition<JavaMethod> takeAndAnswerNoRawId() {
        return Conditions.each("take and answer no raw id", (method, wrong) -> {
            if (method.getAllInvolvedRawTypes().stream().anyMatch(type -> type.isEquivalentTo(UUID.class)))
                wrong.accept(method.getFullName() + " takes or answers a raw UUID");
        });
    }

    private static ArchCondition<JavaClass> answerPortsOfTheirLayerOnly() {
        return Conditions.each("answer ports of their layer only", (type, wrong) -> {
            for (var port : type.getAllRawInterfaces()) {
                var inbound = INBOUND_PORTS.test(port) || DIRECTORIES.test(port);
                if (inbound && !APPLICATION.test(type))
                    wrong.accept(type.getFullName() + " answers " + port.getFullName() + " outside .application");
                if (OUTBOUND_PORTS.test(port) && !PERSISTENCE.test(type) && !BOOTSTRAP.test(type))
                    wrong.accept(type.getFullName() + " answers " + port.getFullName() + " outside .persistence");
            }
        });
    }

    private static ArchCondition<JavaClass> implementAnOutboundPort() {
        return Conditions.each("implement an outbound port", (type, wrong) -> {
            if (type.getAllRawInterfaces().stream().noneMatch(OUTBOUND_PORTS))
                wrong.accept(type.getFullName() + " implements no outbound port");
        });
    }

    private static ArchCondition<JavaClass> speakLikeACollection() {
        return Conditions.each("speak like a collection", (port, wrong) -> {
            if (!port.getTypeParameters().isEmpty()) wrong.accept(port.getFullName() + " is for things of any kind");
            for (var method : port.getMethods()) {
                if (OF_A_TABLE.matcher(method.getName()).matches())
                    wrong.accept(method.getFullName() + " is named after what a table does");
                var found = method.getRawReturnType();
                if (method.getName().startsWith("find")
                        && !found.isAssignableTo(Optional.class)
                        && !found.isAssignableTo(Collection.class))
                    wrong.accept(method.getFullName() + " answers neither Optional nor a collection");
            }
        });
    }

    private static ArchCondition<JavaMethod> answerNoAggregate() {
        return Conditions.each("answer no aggregate", (method, wrong) -> {
            for (var answer : method.getReturnType().getAllInvolvedRawTypes())
                if (isAggregate(answer)) wrong.accept(method.getFullName() + " answers " + answer.getFullName());
        });
    }

    /** What has an id of its own. */
    private static boolean isAggregate(JavaClass type) {
        return DOMAIN.test(type)
                && type.getFields().stream()
                        .anyMatch(field -> field.getName().equals("id")
                                && field.getRawType().getSimpleName().endsWith("Id"));
    }

    private static DescribedPredicate<JavaAccess<?>> nameAnErrorStatus() {
        return describe("an error status is named", access -> {
            var owner = access.getTargetOwner().getFullName();
            var name = access.getTarget().getName();
            return switch (owner) {
                case "org.springframework.http.HttpStatus" ->
                    access.getTarget() instanceof AccessTarget.FieldAccessTarget && isError(name);
                case "org.springframework.http.ResponseEntity" ->
                    Set.of(
                                    "badRequest",
                                    "notFound",
                                    "unprocessableContent",
                                    "unprocessableEntity",
                                    "internalServerError",
                                    "status",
                                    "of")
                            .contains(name);
                case "jakarta.servlet.http.HttpServletResponse" -> name.equals("sendError");
                case "org.springframework.web.server.ResponseStatusException",
                        "org.springframework.web.ErrorResponseException" -> true;
                default -> false;
            };
        });
    }

    private static boolean isError(String status) {
        return Arrays.stream(HttpStatus.values())
                .anyMatch(known -> known.isError() && known.name().equals(status));
    }

    private PortRules() {}
}
