package org.chartroom.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MavenModulesTest {

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
    private static final Pattern HOME = Pattern.compile(".*/([\\w-]+)/(target|\\d[^/]*)/.*");

    @Test
    void everyPackageLivesInTheMavenModuleOfItsLayer() {
        assertThat(strays(HouseRulesTest.PRODUCT)).isEmpty();
    }

    @Test
    void aPackageInTheMavenModuleOfAnotherLayerIsFound() {
        assertThat(strays(HouseRulesTest.PLANTED))
                .contains("planted.chartroom.ward.domain belongs into domain, but lives in bootstrap")
                .doesNotContain("planted.chartroom.bootstrap belongs into bootstrap, but lives in bootstrap");
    }

    private static Set<String> strays(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !home(type).equals(homeOfLayer(type)))
                .map(type ->
                        type.getPackageName() + " belongs into " + homeOfLayer(type) + ", but lives in " + home(type))
                .collect(toCollection(TreeSet::new));
    }

    private static String homeOfLayer(JavaClass type) {
        return HOMES.entrySet().stream()
                .filter(layer -> layer.getKey().test(type))
                .map(layer -> layer.getValue())
                .findFirst()
                .orElse("no module");
    }

    private static String home(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri().toString();
        var home = HOME.matcher(source);
        return home.matches() ? home.group(1) : source;
    }
}
