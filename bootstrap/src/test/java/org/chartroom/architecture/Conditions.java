package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.NullMarked;

/** What ArchUnit has no words for. */
final class Conditions {

    private static final Set<String> SAFE_TO_PRINT = Set.of(
            "boolean",
            "long", // counts and numbers of our own; what is measured is no long
            Long.class.getName(),
            Boolean.class.getName(),
            UUID.class.getName(),
            Instant.class.getName(),
            Duration.class.getName(),
            List.class.getName(),
            Set.class.getName(),
            Map.class.getName(),
            Collection.class.getName(),
            Optional.class.getName());

    private static final Set<String> LATER = Set.of(
            "org.springframework.scheduling.annotation.Async",
            "org.springframework.scheduling.annotation.Scheduled",
            "org.springframework.modulith.events.ApplicationModuleListener");

    /** On a transaction's side or after it. */
    private static final Set<String> ASIDE =
            Set.of("REQUIRES_NEW", "NOT_SUPPORTED", "NEVER", "AFTER_COMMIT", "AFTER_COMPLETION", "AFTER_ROLLBACK");

    private static final Pattern EMPTY_NAME =
            Pattern.compile("(Base|Abstract)\\p{Upper}.*|.*(Impl|Helpers?|Utils?|Manager|Common"
                    + "|UseCase|Interactor|Mediator|CommandBus|Specification|Builder|Dto|DTO|Entity)");

    private static final Pattern EMPTY_PACKAGE =
            Pattern.compile(".*\\.(base|common|commons|helpers?|manager|misc|shared|utils?)(\\..*)?");

    static ArchCondition<JavaClass> beInterfaceRecordOrEnum() {
        return each("be interfaces, records or enums", (type, wrong) -> {
            if (!type.isInterface() && !type.isRecord() && !type.isEnum())
                wrong.accept(type.getFullName() + " is a public class");
        });
    }

    static ArchCondition<JavaMethod> takeTheActorFirst() {
        return each("take the actor first", (method, wrong) -> {
            var parameters = method.getRawParameterTypes();
            if (parameters.isEmpty() || !parameters.getFirst().isEquivalentTo(Actor.class))
                wrong.accept(method.getFullName() + " does not take the actor first");
        });
    }

    /** In a constructor, which is how a component is handed what it works with. Stated so that {@code no} can precede. */
    static ArchCondition<JavaClass> beHandedAnyOf(Class<?>... types) {
        return new ArchCondition<>(
                "be handed any of " + Stream.of(types).map(Class::getSimpleName).toList()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var constructor : type.getConstructors())
                    for (var parameter : constructor.getRawParameterTypes())
                        for (var refused : types)
                            if (parameter.isAssignableTo(refused))
                                events.add(SimpleConditionEvent.satisfied(
                                        type, constructor.getFullName() + " takes " + refused.getSimpleName()));
            }
        };
    }

    static ArchCondition<JavaMethod> takeTheActor() {
        return each("take the actor", (method, wrong) -> {
            if (method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Actor.class)))
                wrong.accept(method.getFullName() + " does not take the actor");
        });
    }

    /** Any {@code now} without a clock, by call or by reference, and the older ways. */
    static DescribedPredicate<JavaAccess<?>> readTheWallClock() {
        return target("the wall clock is read", target -> {
            var owner = target.getOwner().getFullName();
            return switch (owner) {
                case "java.lang.System" ->
                    Set.of("currentTimeMillis", "nanoTime").contains(target.getName());
                case "java.util.Date", "java.util.GregorianCalendar" ->
                    target.getRawParameterTypes().isEmpty()
                            && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
                case "java.util.Calendar" -> target.getName().equals("getInstance");
                case "java.time.Clock", "java.time.InstantSource" ->
                    target.getName().startsWith("system")
                            || Set.of("tickMillis", "tickSeconds", "tickMinutes")
                                    .contains(target.getName());
                default ->
                    owner.startsWith("java.time.")
                            && Set.of("now", "dateNow").contains(target.getName())
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
            };
        });
    }

    static DescribedPredicate<JavaAccess<?>> rollDice() {
        return target("chance decides", target -> switch (target.getOwner().getFullName()) {
            case "java.util.UUID" -> target.getName().equals("randomUUID");
            case "java.lang.Math", "java.lang.StrictMath" -> target.getName().equals("random");
            case "java.util.Collections" ->
                target.getName().equals("shuffle")
                        && target.getRawParameterTypes().size() == 1;
            case "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.security.SecureRandom" -> true;
            default -> target.getOwner().getPackageName().equals("java.util.random");
        });
    }

    /** ArchUnit cannot tell a record's generated toString from a written one; the call to Redacted can be seen. */
    static ArchCondition<JavaClass> printNothingButRedacted() {
        return each("print nothing but Redacted", (type, wrong) -> {
            var printing = type.tryGetMethod("toString");
            if (printing.isEmpty()) {
                wrong.accept(type.getFullName() + " has no toString()");
                return;
            }
            var accesses = printing.get().getAccessesFromSelf();
            if (accesses.isEmpty() || !accesses.stream().allMatch(Conditions::redacts))
                wrong.accept(type.getFullName() + " prints more than Redacted.text(this)");
        });
    }

    private static boolean redacts(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Redacted.class);
    }

    /**
     * A record of a feature or the kernel holds nothing but what is known to be safe; elsewhere, where no patient is
     * known by right, it holds nothing that is marked.
     */
    static ArchCondition<JavaClass> holdNoPatientData(Set<String> exceptions) {
        return each("hold no patient data", (type, wrong) -> {
            if (exceptions.contains(type.getFullName())) return;
            for (var component : type.getFields()) {
                if (component.getModifiers().contains(JavaModifier.STATIC)) continue;
                for (var part : component.getAllInvolvedRawTypes()) {
                    var unsafe = Layers.FEATURES.test(type) ? !isSafeToPrint(part, type) : isPhi(part);
                    if (unsafe) wrong.accept(component.getFullName() + " holds " + part.getFullName());
                }
            }
        });
    }

    static ArchCondition<JavaMethod> takeNothingOfAPatient() {
        return each("take nothing of a patient", (method, wrong) -> {
            for (var type : method.getAllInvolvedRawTypes())
                if (!type.equals(method.getOwner()) && !isSafeToPrint(type, method.getOwner()))
                    wrong.accept(method.getFullName() + " takes " + type.getFullName());
        });
    }

    private static boolean isPhi(JavaClass type) {
        return type.isAnnotatedWith(Phi.class);
    }

    /** Our own types are asked themselves; what a type variable stands for is asked where it is known. */
    private static boolean isSafeToPrint(JavaClass type, JavaClass holder) {
        if (type.getFullName().contains("chartroom.")) return !isPhi(type);
        if (type.isEquivalentTo(Object.class))
            return !holder.getTypeParameters().isEmpty();
        return SAFE_TO_PRINT.contains(type.getFullName());
    }

    static ClassesTransformer<JavaPackage> packages() {
        return new AbstractClassesTransformer<>("packages") {
            @Override
            public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                return classes.stream().map(JavaClass::getPackage).distinct().toList();
            }
        };
    }

    static ArchCondition<JavaPackage> beNullMarked() {
        return each("be @NullMarked", (found, wrong) -> {
            if (found.tryGetPackageInfo().isEmpty()) wrong.accept(found.getName() + " has no package-info.java");
            else if (!found.isAnnotatedWith(NullMarked.class)) wrong.accept(found.getName() + " is not @NullMarked");
        });
    }

    @SafeVarargs
    static ArchCondition<JavaClass> haveNoMemberAnnotatedWith(Class<? extends Annotation>... annotations) {
        return each("have no field or setter filled in by Spring", (type, wrong) -> {
            for (var member : type.getMembers())
                for (var annotation : annotations)
                    if (!(member instanceof JavaConstructor) && member.isAnnotatedWith(annotation))
                        wrong.accept(member.getFullName() + " is annotated with @" + annotation.getSimpleName());
        });
    }

    /** Generated mappers are named by MapStruct. */
    static ArchCondition<JavaClass> haveANameOfItsOwn() {
        return each("have a name of its own", (type, wrong) -> {
            var name = type.getSimpleName();
            var generated = name.endsWith("MapperImpl") && Layers.WEB.test(type);
            if (!generated && EMPTY_NAME.matcher(name).matches()) wrong.accept(type.getFullName() + " says nothing");
            if (EMPTY_PACKAGE.matcher(type.getPackageName()).matches())
                wrong.accept("the package of " + type.getFullName() + " says nothing");
            if (type.isInterface() && name.matches("I\\p{Upper}\\p{Lower}.*"))
                wrong.accept(type.getFullName() + " says twice that it is an interface");
        });
    }

    static ArchCondition<JavaClass> stayInTheCallersTransaction() {
        return each("stay in the caller's transaction", (type, wrong) -> {
            later(type, type.getFullName(), wrong);
            for (var method : type.getMethods()) later(method, method.getFullName(), wrong);
        });
    }

    private static void later(CanBeAnnotated place, String name, Consumer<String> wrong) {
        for (var annotation : annotations(place)) {
            var kind = annotation.getRawType().getFullName();
            if (LATER.contains(kind)) wrong.accept(name + " is @" + kind);
            if (!kind.startsWith("org.springframework.transaction.")) continue;
            Stream.of("propagation", "phase")
                    .flatMap(property -> annotation.get(property).stream())
                    .filter(JavaEnumConstant.class::isInstance)
                    .map(constant -> ((JavaEnumConstant) constant).name())
                    .filter(ASIDE::contains)
                    .forEach(constant -> wrong.accept(name + " runs " + constant));
        }
    }

    private static Collection<? extends JavaAnnotation<?>> annotations(CanBeAnnotated place) {
        return switch (place) {
            case JavaClass type -> type.getAnnotations();
            case JavaMember member -> member.getAnnotations();
            default -> List.of();
        };
    }

    static DescribedPredicate<JavaAccess<?>> target(String description, Predicate<CodeUnitAccessTarget> test) {
        return describe(
                description, access -> access.getTarget() instanceof CodeUnitAccessTarget called && test.test(called));
    }

    interface Check<T> {
        void check(T subject, Consumer<String> wrong);
    }

    static <T> ArchCondition<T> each(String description, Check<T> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T subject, ConditionEvents events) {
                check.check(subject, message -> events.add(SimpleConditionEvent.violated(subject, message)));
            }
        };
    }

    private Conditions() {}
}
