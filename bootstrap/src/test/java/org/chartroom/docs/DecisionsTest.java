package org.chartroom.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every decision is told in Nygard's form, and says what it costs. */
class DecisionsTest {

    private static final Path DECISIONS = Path.of("..", "docs", "decisions");

    private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final Pattern STATUS =
            Pattern.compile("^\\*\\*Status\\.\\*\\* (Proposed|Accepted|Superseded by (\\d{4}))\\.", Pattern.MULTILINE);

    /** In this order; the options and the limits may stand between and behind them. */
    private static final List<String> PARTS = List.of("Status", "Context", "Decision", "Cost");

    @Test
    void everyDecisionHasItsForm() throws IOException {
        try (var files = Files.list(DECISIONS)) {
            var decisions = files.collect(
                    toMap(file -> file.getFileName().toString(), DecisionsTest::read, (one, _) -> one, TreeMap::new));

            assertThat(decisions).hasSizeGreaterThan(10);
            assertThat(departures(decisions)).isEmpty();
        }
    }

    @Test
    void aDecisionWithoutItsCostIsFound() {
        assertThat(departures(Map.of("0001-a.md", decision(1, "Accepted").replaceFirst("(?s)\\*\\*Cost.*", ""))))
                .containsExactly("0001-a.md: has no Cost");
    }

    @Test
    void aCostThatIsNotToldIsFound() {
        assertThat(departures(Map.of("0001-a.md", decision(1, "Accepted").replace("Ten lines.", "None."))))
                .containsExactly("0001-a.md: says too little of its Cost");
    }

    @Test
    void partsInAnotherOrderAreFound() {
        var swapped = decision(1, "Accepted")
                .replace("**Context.**", "**Later.**")
                .replace("**Decision.**", "**Context.**")
                .replace("**Later.**", "**Decision.**");

        assertThat(departures(Map.of("0001-a.md", swapped))).containsExactly("0001-a.md: Decision stands out of order");
    }

    @Test
    void aNumberThatIsMissingOrIsNotTheTitlesIsFound() {
        var decisions = new TreeMap<>(
                Map.of("0001-a.md", decision(1, "Accepted"), "0003-c.md", decision(4, "Superseded by 0009")));

        assertThat(departures(decisions))
                .containsExactly(
                        "0003-c.md: is not number 2, the next",
                        "0003-c.md: its title does not begin with \"# 3. \"",
                        "0003-c.md: there is no decision 0009");
    }

    @Test
    void aNameOrAStatusThatIsNoneIsFound() {
        assertThat(departures(Map.of("about-a.md", decision(1, "Accepted"))))
                .containsExactly("about-a.md: is not named like 0001-what-was-decided.md");
        assertThat(departures(Map.of("0001-a.md", decision(1, "Perhaps"))))
                .containsExactly("0001-a.md: its status is none of Proposed, Accepted, Superseded by NNNN");
    }

    private static List<String> departures(Map<String, String> decisions) {
        var departures = new ArrayList<String>();
        var next = 1;
        for (var decision : decisions.entrySet()) {
            var name = NAME.matcher(decision.getKey());
            if (!name.matches()) {
                departures.add(decision.getKey() + ": is not named like 0001-what-was-decided.md");
                continue;
            }
            var number = Integer.parseInt(name.group(1));
            if (number != next) departures.add(decision.getKey() + ": is not number " + next + ", the next");
            next = number + 1;
            for (var wrong : departures(number, decision.getValue(), decisions))
                departures.add(decision.getKey() + ": " + wrong);
        }
        return departures;
    }

    private static List<String> departures(int number, String text, Map<String, String> decisions) {
        var departures = new ArrayList<String>();
        if (!text.startsWith("# " + number + ". "))
            departures.add("its title does not begin with \"# " + number + ". \"");
        var status = STATUS.matcher(text);
        if (!status.find()) departures.add("its status is none of Proposed, Accepted, Superseded by NNNN");
        else if (status.group(2) != null
                && decisions.keySet().stream().noneMatch(other -> other.startsWith(status.group(2))))
            departures.add("there is no decision " + status.group(2));
        var last = 0;
        for (var part : PARTS) {
            var at = text.indexOf("\n**" + part + ".**");
            if (at < 0) departures.add("has no " + part);
            else if (at < last) departures.add(part + " stands out of order");
            else if (!part.equals("Status") && told(text, at).length() < 10)
                departures.add("says too little of its " + part);
            last = Math.max(last, at);
        }
        return departures;
    }

    /** What stands behind the word, up to the next empty line. */
    private static String told(String text, int at) {
        var end = text.indexOf("\n\n", at);
        return text.substring(text.indexOf(".**", at) + 3, end < 0 ? text.length() : end)
                .strip();
    }

    private static String decision(int number, String status) {
        return """
                # %d. Beds are counted

                **Status.** %s.

                **Context.** Nobody knew how many beds there were.

                **Decision.** They are counted, each morning.

                **Cost.** Ten lines.
                """.formatted(number, status);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
