package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.chartroom.architecture.Layers.APPLICATION;
import static org.chartroom.architecture.Layers.AUDIT;
import static org.chartroom.architecture.Layers.BOOTSTRAP;
import static org.chartroom.architecture.Layers.DOMAIN;
import static org.chartroom.architecture.Layers.FEATURES;
import static org.chartroom.architecture.Layers.KERNEL;
import static org.chartroom.architecture.Layers.OUTBOUND;
import static org.chartroom.architecture.Layers.PERSISTENCE;
import static org.chartroom.architecture.Layers.WORDS;
import static org.chartroom.architecture.Layers.anyOf;
import static org.chartroom.architecture.Layers.belongTo;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.chartroom.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What values are made of, and what decides what becomes of them: neither time nor chance nor the machine. */
final class ValueRules {

    private static final DescribedPredicate<JavaClass> THREADS = belongToAnyOf(
                    Thread.class,
                    ThreadLocal.class,
                    ScopedValue.class,
                    Timer.class,
                    Executor.class,
                    ExecutorService.class,
                    ScheduledExecutorService.class,
                    Executors.class,
                    CompletableFuture.class)
            .as("are threads, or what goes with one");

    private static final DescribedPredicate<JavaClass> KEPT = resideInAnyPackage("java.util.concurrent.atomic")
            .or(assignableTo(ConcurrentMap.class))
            .or(assignableTo(BlockingQueue.class))
            .or(assignableTo(ThreadLocal.class))
            .or(belongToAnyOf(
                    HashMap.class, ArrayList.class, HashSet.class, WeakHashMap.class, CopyOnWriteArrayList.class))
            .as("are kept between requests");

    private static final DescribedPredicate<JavaClass> COLLECTION =
            assignableTo(Collection.class).or(assignableTo(Map.class));

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

    static final ArchRule NOTHING_OF_THE_MACHINE = noClasses()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .should()
            .accessTargetWhere(askTheMachine())
            .because("the same request must have the same answer on every node, whatever its zone, language and "
                    + "environment; instead take the clinic's zone, Locale.ROOT or a setting as an argument");

    static final ArchRule NO_THREADS_OF_ITS_OWN = noClasses()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .and(not(belongTo(HouseRules.WITH_THREADS)).as("are not among WITH_THREADS"))
            .should()
            .dependOnClassesThat(THREADS)
            .because("on another thread there is no transaction, no actor and nobody who waits; instead do it in the "
                    + "caller's, and let bootstrap's upkeep do what has time");

    static final ArchRule NODES_KEEP_NO_STATE = fields().that()
            .areDeclaredInClassesThat(not(BOOTSTRAP)
                    .and(not(belongTo(HouseRules.REMEMBERING)))
                    .as("are outside bootstrap and not among REMEMBERING"))
            .should(holdNothingBetweenRequests())
            .because(
                    "several nodes serve one clinic, and what one of them remembers the others do not; instead keep it in "
                            + "the database, where it is also committed or not");

    static final ArchRule FIELDS_ARE_FINAL = fields().that()
            .areDeclaredInClassesThat(not(BOOTSTRAP)
                    .and(not(belongTo(HouseRules.CHANGING)))
                    .as("are outside bootstrap and not among CHANGING"))
            .should(beFinal())
            .because("what never changes can be handed to anybody and read by any thread; instead take it in the "
                    + "constructor, and answer a new object where something is to be otherwise");

    static final ArchRule NO_SETTERS = methods()
            .that()
            .areDeclaredInClassesThat(
                    FEATURES.and(not(describe("", JavaClass::isInterface))).as("are in a feature and no interfaces"))
            .should(beNoSetter())
            .because(
                    "a value that is set goes past the constructor that guards it; instead write a method that is named "
                            + "after what happens and answers a new value");

    static final ArchRule DOMAINS_ARE_MADE_OF_VALUES = classes()
            .that(anyOf("are in a domain or a base package", WORDS, DOMAIN))
            .should(beAValue())
            .because(
                    "what can be extended can be made to change, or to print; instead write a record, an enum, a sealed "
                            + "interface of these, or a final class");

    static final ArchRule RECORDS_STAY_SHORT = classes()
            .that(DOMAIN)
            .and()
            .areRecords()
            .should(haveAtMostEightComponents())
            .because(
                    "nobody reads a constructor call of nine arguments, and two of them get exchanged; instead group what "
                            + "belongs together into a value, such as Insurance or SoapNote");

    static final ArchRule IDS_ARE_RECORDS_AROUND_A_UUID = classes()
            .that(FEATURES)
            .and()
            .haveSimpleNameEndingWith("Id")
            .should(beARecordAroundAUuid())
            .because(
                    "an id is known to other features and means nothing else; instead write record XId(UUID value) in the "
                            + "feature's base package");

    static final ArchRule AGGREGATES_HOLD_IDS = fields().that()
            .areDeclaredInClassesThat(anyOf("", DOMAIN, APPLICATION, OUTBOUND)
                    .and(not(AUDIT))
                    .as("are in a domain or an application package outside audit"))
            .should()
            .notHaveRawType(UUID.class)
            .because("a raw UUID does not say whose id it is; instead hold a record around it, such as PatientId");

    static final ArchRule FEATURES_REFUSE_IN_ONE_PLACE = classes()
            .that(anyOf("", WORDS, DOMAIN, APPLICATION, OUTBOUND)
                    .and(not(KERNEL))
                    .as("are in a base package, a domain or an application package"))
            .and()
            .areAssignableTo(Throwable.class)
            .should(beTheRefusalOfTheirFeature())
            .because("the static factories of one class are the catalogue of all that a feature refuses; instead add a "
                    + "factory to .domain.<Feature>Refusal");

    static final ArchRule REFUSALS_COME_FROM_FACTORIES = constructors()
            .that()
            .areDeclaredInClassesThat(FEATURES.and(not(KERNEL))
                    .and(JavaClass.Predicates.assignableTo(Refusal.class))
                    .as("are refusals of a feature"))
            .should()
            .bePrivate()
            .because(
                    "a refusal that is made anywhere has a code that nobody lists; instead write a static factory that is "
                            + "named after what is refused");

    static final ArchRule NO_CATCH_ALL = noClasses()
            .that(anyOf("", WORDS, DOMAIN, APPLICATION, OUTBOUND, PERSISTENCE)
                    .as("are in a base package, a domain, an application package or persistence"))
            .should(catchWhateverIsThrown())
            .because(
                    "a failure that is caught without being known is answered as if it were none; instead catch what can "
                            + "be answered, and let ProblemAdvice tell the rest");

    /** What differs from one machine to the next. */
    private static DescribedPredicate<JavaAccess<?>> askTheMachine() {
        return Conditions.target("the machine is asked", target -> {
            var called = target.getName();
            return switch (target.getOwner().getFullName()) {
                case "java.lang.System" ->
                    Set.of("getenv", "getProperty", "getProperties").contains(called);
                case "java.lang.Boolean" -> called.equals("getBoolean");
                case "java.lang.Integer" -> called.equals("getInteger");
                case "java.lang.Long" -> called.equals("getLong");
                case "java.time.ZoneId" -> called.equals("systemDefault");
                case "java.util.Locale", "java.util.TimeZone" -> called.equals("getDefault");
                case "java.nio.charset.Charset" -> called.equals("defaultCharset");
                case "java.net.InetAddress" -> called.equals("getLocalHost");
                case "java.lang.Runtime" -> Set.of("exec", "addShutdownHook").contains(called);
                case "java.lang.ProcessBuilder" -> true;
                default -> false;
            };
        });
    }

    private static ArchCondition<JavaField> holdNothingBetweenRequests() {
        return Conditions.each("hold nothing between requests", (field, wrong) -> {
            var type = field.getRawType();
            if (KEPT.test(type)) wrong.accept(field.getFullName() + " is a " + type.getSimpleName());
            else if (COLLECTION.test(type) && outlivesARequest(field))
                field.getAccessesToSelf().stream()
                        .filter(access -> access.getAccessType() == AccessType.SET)
                        .flatMap(access -> access.getOrigin().getConstructorCallsFromSelf().stream())
                        .map(JavaAccess::getTargetOwner)
                        .filter(COLLECTION)
                        .forEach(made -> wrong.accept(field.getFullName() + " may be the " + made.getName()
                                + " that is made with it; instead take List.copyOf or Map.copyOf of that"));
        });
    }

    private static boolean outlivesARequest(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                || field.getOwner().isMetaAnnotatedWith(Component.class);
    }

    private static ArchCondition<JavaField> beFinal() {
        return Conditions.each("be final", (field, wrong) -> {
            var modifiers = field.getModifiers();
            if (!modifiers.contains(JavaModifier.FINAL) && !modifiers.contains(JavaModifier.SYNTHETIC))
                wrong.accept(field.getFullName() + " can be set anew");
        });
    }

    private static ArchCondition<JavaMethod> beNoSetter() {
        return Conditions.each("be no setter", (method, wrong) -> {
            if (method.getName().matches("set\\p{Upper}.*")
                    && method.getRawParameterTypes().size() == 1
                    && !overrides(method)) wrong.accept(method.getFullName() + " is a setter");
        });
    }

    private static boolean overrides(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAllRawInterfaces().stream(),
                        method.getOwner().getAllRawSuperclasses().stream())
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(declared -> declared.getName().equals(method.getName()));
    }

    private static ArchCondition<JavaClass> beAValue() {
        return Conditions.each("be a value", (type, wrong) -> {
            var closed = type.isRecord()
                    || type.isInterface()
                    || type.isEnum()
                    || type.isAnonymousClass()
                    || type.getModifiers().contains(JavaModifier.FINAL)
                    || type.getFullName().equals(Refusal.class.getName())
                    || type.getSuperclass()
                            .filter(above -> above.toErasure().isEnum())
                            .isPresent();
            if (!closed && !type.getSimpleName().equals("package-info"))
                wrong.accept(type.getFullName() + " can be extended");
        });
    }

    private static ArchCondition<JavaClass> haveAtMostEightComponents() {
        return Conditions.each("have at most eight components", (type, wrong) -> {
            var components = type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .count();
            if (components > 8 && !HouseRules.LONG_RECORDS.contains(type.getFullName()))
                wrong.accept(type.getFullName() + " has " + components + " components");
        });
    }

    private static ArchCondition<JavaClass> beARecordAroundAUuid() {
        return Conditions.each("be records around a UUID in a base package", (type, wrong) -> {
            var components = type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .toList();
            if (!WORDS.test(type)) wrong.accept(type.getFullName() + " is in no base package");
            if (!type.isRecord()
                    || components.size() != 1
                    || !components.getFirst().getRawType().isEquivalentTo(UUID.class))
                wrong.accept(type.getFullName() + " is no record around a UUID");
        });
    }

    private static ArchCondition<JavaClass> beTheRefusalOfTheirFeature() {
        return Conditions.each("be the refusal of their feature", (type, wrong) -> {
            var feature = Layers.feature(type);
            var name = feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1) + "Refusal";
            if (!DOMAIN.test(type) || !type.getSimpleName().equals(name) || !type.isAssignableTo(Refusal.class))
                wrong.accept(type.getFullName() + " is not .domain." + name);
        });
    }

    /** What try-with-resources catches, to close and throw again, is Throwable and nobody's fault. */
    private static ArchCondition<JavaClass> catchWhateverIsThrown() {
        return new ArchCondition<>("catch whatever is thrown") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var unit : type.getCodeUnits())
                    for (var block : unit.getTryCatchBlocks())
                        for (var caught : block.getCaughtThrowables())
                            if (caught.isEquivalentTo(Exception.class) || caught.isEquivalentTo(RuntimeException.class))
                                events.add(SimpleConditionEvent.satisfied(
                                        type, unit.getFullName() + " catches " + caught.getSimpleName()));
            }
        };
    }

    private ValueRules() {}
}
