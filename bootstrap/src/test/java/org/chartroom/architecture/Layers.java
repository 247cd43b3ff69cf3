package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.regex.Pattern;

/** Where in the house a class is, told from its package alone; each class is in one layer. */
final class Layers {

    static final DescribedPredicate<JavaClass> BOOTSTRAP =
            resideInAnyPackage("..chartroom", "..chartroom.bootstrap..").as("are in bootstrap");

    /** What is shared by controllers, owned by no feature. */
    static final DescribedPredicate<JavaClass> HTTP = layer("are in http", "..chartroom.http..");

    /** What is shared by repositories, owned by no feature. */
    static final DescribedPredicate<JavaClass> JDBC = layer("are in jdbc", "..chartroom.jdbc..");

    static final DescribedPredicate<JavaClass> LIBRARIES = HTTP.or(JDBC).as("are in http or jdbc");

    static final DescribedPredicate<JavaClass> KERNEL = layer("are in the kernel", "..chartroom.kernel");

    /** The kernel and what each feature shows to the others. */
    static final DescribedPredicate<JavaClass> WORDS = layer("are in the kernel or a base package", "..chartroom.*")
            .and(not(LIBRARIES))
            .as("are in the kernel or a base package");

    static final DescribedPredicate<JavaClass> DOMAIN = layer("are in a domain", "..chartroom.*.domain..");

    /** Inbound ports, their commands and views, and the services behind them. */
    static final DescribedPredicate<JavaClass> APPLICATION =
            layer("are in an application package", "..chartroom.*.application");

    static final DescribedPredicate<JavaClass> OUTBOUND =
            layer("are outbound ports", "..chartroom.*.application.out..");

    static final DescribedPredicate<JavaClass> PERSISTENCE =
            layer("are persistence adapters", "..chartroom.*.persistence..");

    static final DescribedPredicate<JavaClass> WEB = layer("are web adapters", "..chartroom.*.web..");

    /** Everything of the features and the kernel, in every layer. */
    static final DescribedPredicate<JavaClass> FEATURES =
            anyOf("are in a feature", WORDS, DOMAIN, APPLICATION, OUTBOUND, PERSISTENCE, WEB);

    static final DescribedPredicate<JavaClass> INBOUND_PORTS = describe(
            "are inbound ports",
            type -> APPLICATION.test(type)
                    && type.isInterface()
                    && type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC));

    /** What a feature lets other features ask, in its base package. */
    static final DescribedPredicate<JavaClass> DIRECTORIES = describe(
            "are directories",
            type -> WORDS.test(type)
                    && type.isInterface()
                    && !type.isAnnotation()
                    && !type.getSimpleName().equals("package-info")
                    && !KERNEL.test(type));

    static final DescribedPredicate<JavaClass> OUTBOUND_PORTS =
            OUTBOUND.and(describe("", JavaClass::isInterface)).as("are outbound ports");

    /** Names what others hold by its own {@code Reference}, since it stands to the left of them all. */
    static final DescribedPredicate<JavaClass> AUDIT = layer("are audit's", "..chartroom.audit..");

    private static final Pattern FEATURE = Pattern.compile("(?<root>.*\\.)chartroom\\.(?<feature>\\w+)(\\..*)?");

    /** The feature that a class is of, or {@code http}, {@code jdbc}, {@code bootstrap}; empty for what is none of ours. */
    static String feature(JavaClass type) {
        var name = FEATURE.matcher(type.getPackageName());
        return name.matches() ? name.group("feature") : "";
    }

    /** What is above {@code chartroom}: the product's classes and those that are planted stand on roots of their own. */
    static String root(JavaClass type) {
        var name = FEATURE.matcher(type.getPackageName());
        return name.matches() ? name.group("root") : "";
    }

    /** With what is nested in them. */
    static DescribedPredicate<JavaClass> belongTo(Set<String> names) {
        return describe(
                "belong to " + names,
                type -> names.stream()
                        .anyMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    @SafeVarargs
    static DescribedPredicate<JavaClass> anyOf(String description, DescribedPredicate<JavaClass>... parts) {
        var any = DescribedPredicate.<JavaClass>alwaysFalse();
        for (var part : parts) any = any.or(part);
        return any.as(description);
    }

    private static DescribedPredicate<JavaClass> layer(String description, String... packages) {
        return resideInAnyPackage(packages).and(not(BOOTSTRAP)).as(description);
    }

    private Layers() {}
}
