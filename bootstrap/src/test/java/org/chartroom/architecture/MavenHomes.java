package org.chartroom.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Map;
import java.util.regex.Pattern;

/** Which Maven module holds which layer. */
final class MavenHomes {

    /** Layer → the one Maven module that holds it, and whose class path fences it. */
    private static final Map<DescribedPredicate<JavaClass>, String> HOMES = Map.of(
            Layers.WORDS, "domain",
            Layers.DOMAIN, "domain",
            Layers.APPLICATION, "application",
            Layers.OUTBOUND, "application",
            Layers.PERSISTENCE, "adapters-persistence",
            Layers.JDBC, "adapters-persistence",
            Layers.WEB, "adapters-web",
            Layers.HTTP, "adapters-web",
            Layers.BOOTSTRAP, "bootstrap");

    /** {@code …/domain/target/classes/…}, or the jar of it, as built here or as installed. */
    private static final Pattern HOME = Pattern.compile(".*/(?<module>[\\w-]+)/(target|\\d[^/]*)/.*");

    /** What is planted in test sources, all in one module, has no home to be away from. */
    static ArchCondition<JavaClass> liveInTheModuleOfTheirLayer() {
        return Conditions.each("live in the Maven module of their layer", (type, wrong) -> {
            var source = type.getSource().orElseThrow().getUri().toString();
            if (source.contains("/target/test-classes/")) return;
            var home = HOME.matcher(source);
            var found = home.matches() ? home.group("module") : source;
            if (!found.equals(of(type)))
                wrong.accept(type.getFullName() + " belongs into " + of(type) + ", but lives in " + found);
        });
    }

    static String of(JavaClass type) {
        return HOMES.entrySet().stream()
                .filter(layer -> layer.getKey().test(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("no module");
    }

    private MavenHomes() {}
}
