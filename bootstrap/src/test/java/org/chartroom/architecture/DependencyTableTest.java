package org.chartroom.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing comes into the build without a reason that somebody wrote down, and no reason outlives what it was for. */
class DependencyTableTest {

    private static final String TABLE = "docs/decisions/0008-dependencies-and-why.md";

    /** {@code | `group:artifact`, `group:artifact` | where | why |}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*`[^|]*)\\|([^|]*)\\|(.*)\\|$");

    private static final Pattern NAME = Pattern.compile("`([\\w.-]+:[\\w.-]+)`");

    @Test
    void everyDependencyAndPluginHasItsReason() throws IOException {
        var named = Poms.all().flatMap(pom -> Poms.named(pom).stream()).collect(toCollection(TreeSet::new));

        assertThat(wrong(named, Files.readString(Path.of("..", TABLE)))).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedWithWhatToDo() {
        var pom = """
                <project>
                    <parent><groupId>org.boot</groupId><artifactId>parent</artifactId></parent>
                    <artifactId>ward</artifactId>
                    <dependencies>
                        <dependency><groupId>org.chartroom</groupId><artifactId>domain</artifactId></dependency>
                        <dependency><groupId>org.left</groupId><artifactId>pad</artifactId></dependency>
                    </dependencies>
                    <build><plugins><plugin>
                        <artifactId>maven-jar-plugin</artifactId>
                        <configuration><paths><path>
                            <groupId>org.map</groupId><artifactId>processor</artifactId>
                        </path></paths></configuration>
                    </plugin></plugins></build>
                </project>
                """;
        var table = """
                | what | where | why |
                | --- | --- | --- |
                | `org.boot:parent` | build | versions that fit |
                | `org.map:processor`, `org.gone:away` | build |  |
                | `org.boot:parent` | build | once more |
                """;

        assertThat(wrong(Poms.named(pom), table))
                .containsExactly(
                        "org.apache.maven.plugins:maven-jar-plugin has no row in " + TABLE
                                + ": say there where it is used and why this one",
                        "org.left:pad has no row in " + TABLE + ": say there where it is used and why this one",
                        "org.boot:parent has two rows in " + TABLE + ": keep one",
                        "org.gone:away is in no POM any more: take it out of " + TABLE,
                        "org.gone:away has no reason in " + TABLE + ": say why this one",
                        "org.map:processor has no reason in " + TABLE + ": say why this one");
    }

    private static List<String> wrong(Set<String> named, String table) {
        var once = new TreeSet<String>();
        var twice = new TreeSet<String>();
        var unreasoned = new TreeSet<String>();
        ROW.matcher(table)
                .results()
                .forEach(row -> NAME.matcher(row.group(1))
                        .results()
                        .map(name -> name.group(1))
                        .forEach(name -> {
                            if (!once.add(name)) twice.add(name);
                            if (row.group(2).isBlank() || row.group(3).isBlank()) unreasoned.add(name);
                        }));
        var wrong = new ArrayList<String>();
        for (var name : named)
            if (!once.contains(name))
                wrong.add(name + " has no row in " + TABLE + ": say there where it is used and why this one");
        for (var name : twice) wrong.add(name + " has two rows in " + TABLE + ": keep one");
        for (var name : once)
            if (!named.contains(name)) wrong.add(name + " is in no POM any more: take it out of " + TABLE);
        for (var name : unreasoned) wrong.add(name + " has no reason in " + TABLE + ": say why this one");
        return wrong;
    }
}
