package org.chartroom.jdbc;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an outbound port promises is run in memory and on every PostgreSQL; see {@code src/test/travels.txt}. */
class EveryPortTravelsTest {

    private static final Set<Class<?>> WAYS_TO_THE_DATABASE =
            Set.of(ActorJdbc.class, AuditorJdbc.class, JdbcClient.class);

    private static final List<Class<?>> TYPES = types();

    private static final List<Class<?>> CONTRACTS = TYPES.stream()
            .filter(type -> type.getSimpleName().endsWith("Contract") && isAbstract(type))
            .toList();

    @Test
    void everyContractIsRunInMemoryAndOnEveryServer() {
        assertThat(CONTRACTS).hasSizeGreaterThan(15).allSatisfy(contract -> {
            var runs = TYPES.stream()
                    .filter(type -> type != contract && contract.isAssignableFrom(type))
                    .toList();
            assertThat(runs)
                    .as("in memory")
                    .anyMatch(type -> type.getSimpleName().matches("InMemory.*Test"));
            if (isOfTheDatabase(contract))
                assertThat(runs).as("on every server").anyMatch(EveryPortTravelsTest::travels);
        });
    }

    @Test
    void everyPortThatIsKeptInTheDatabaseIsInAContract() {
        var promised =
                CONTRACTS.stream().flatMap(EveryPortTravelsTest::promised).toList();

        assertThat(ports()).hasSizeGreaterThan(15).isSubsetOf(promised);
    }

    @Test
    void whatDoesNotTravelIsKnownToBeSo() {
        assertThat(travels(SchemaIT.class)).isTrue();

        assertThat(travels(OwnershipTest.class)).isFalse();
        assertThat(travels(TestDatabase.class)).isFalse();
    }

    private static boolean isOfTheDatabase(Class<?> contract) {
        return promised(contract).anyMatch(ports()::contains);
    }

    /** The ports that a contract has handed in. */
    private static Stream<String> promised(Class<?> contract) {
        return Stream.of(contract.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getReturnType)
                .map(Class::getName);
    }

    /** The outbound ports whose repositories speak SQL. */
    private static Set<String> ports() {
        return TYPES.stream()
                .filter(type -> type.getPackageName().endsWith(".persistence")
                        && Stream.of(type.getDeclaredConstructors())
                                .flatMap(constructor -> Stream.of(constructor.getParameterTypes()))
                                .anyMatch(WAYS_TO_THE_DATABASE::contains))
                .flatMap(type -> Stream.of(type.getInterfaces()))
                .map(Class::getName)
                .filter(name -> name.contains(".application.out."))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean travels(Class<?> type) {
        try {
            var file = Path.of(type.getName().replace('.', '/') + ".java");
            return Files.readAllLines(Path.of("src", "test", "travels.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .anyMatch(pattern -> FileSystems.getDefault()
                            .getPathMatcher("glob:" + pattern)
                            .matches(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbstract(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers());
    }

    private static List<Class<?>> types() {
        try {
            var types = new ArrayList<Class<?>>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:org/chartroom/**/*.class"))
                types.add(type(file));
            return types;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(Resource file) throws IOException, ClassNotFoundException {
        var name = file.getURL()
                .getPath()
                .replaceFirst(".*/(org/chartroom/.*)\\.class", "$1")
                .replace('/', '.');
        return Class.forName(name, false, EveryPortTravelsTest.class.getClassLoader());
    }
}
