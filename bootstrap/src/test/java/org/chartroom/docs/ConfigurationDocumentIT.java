package org.chartroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentIT {

    private static final Pattern VARIABLE =
            Pattern.compile("(?<![A-Z_])(?:CHARTROOM|SPRING|SERVER|MVNW)_[A-Z0-9_]*[A-Z0-9](?![A-Z_])");

    @Test
    void thePageTellsEverySetting() {
        Document.named("configuration.md").isCurrentlyAs(ConfigurationPage.written());
    }

    @Test
    void everyVariableThatIsNamedAnywhereIsOnThePage() throws IOException {
        var named = new TreeSet<String>();
        for (var place :
                List.of("README.md", "docs", "bootstrap/bin", "bootstrap/src/main/java", "mvnw", ".mvn", ".ci"))
            named.addAll(variables(Path.of("..", place)));

        assertThat(named).contains("CHARTROOM_HOME", "SPRING_DATASOURCE_URL", "MVNW_REPOURL");
        assertThat(ConfigurationPage.written())
                .contains(named.stream().map("`%s`"::formatted).toList());
    }

    private static List<String> variables(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            var found = new TreeSet<String>();
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".png"))
                    .toList())
                VARIABLE.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(found::add);
            return List.copyOf(found);
        }
    }
}
