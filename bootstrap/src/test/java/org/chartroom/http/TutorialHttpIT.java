package org.chartroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Runs {@code docs/tutorial.md}, block by block in one shell, and compares what is shown with what is answered. */
class TutorialHttpIT {

    private static final Path TUTORIAL = Path.of("..", "docs", "tutorial.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|json)\\n(.*?)^```$");
    private static final String BASE = "http://127.0.0.1:8080";
    private static final String MARK = "--- next block ---";

    /** What differs from time to time; as the name of a field, that others are left out. */
    private static final String ANYTHING = "…";

    private static final Api API = Api.withDemo("http_tutorial");

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void everyCommandIsAnsweredAsTheTutorialShows() throws Exception {
        var commands = new ArrayList<String>();
        var shown = new ArrayList<String>();
        var blocks = BLOCK.matcher(Files.readString(TUTORIAL));
        while (blocks.find()) (blocks.group(1).equals("sh") ? commands : shown).add(blocks.group(2));

        var answers = run(commands);

        assertThat(answers).hasSameSizeAs(commands).hasSameSizeAs(shown);
        for (var n = 0; n < shown.size(); n++)
            compare(commands.get(n), Api.JSON.readTree(shown.get(n)), Api.JSON.readTree(answers.get(n)));
    }

    private static List<String> run(List<String> commands) throws IOException, InterruptedException {
        var script = String.join("\necho '" + MARK + "'\n", commands).replace(BASE, "http://127.0.0.1:" + API.port());
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        return List.of(output.split(MARK, -1));
    }

    private static void compare(String command, JsonNode shown, JsonNode answered) {
        assertThat(differences("", shown, answered))
                .as("%s%nanswers %s", command, answered)
                .isEmpty();
    }

    private static List<String> differences(String path, JsonNode shown, JsonNode answered) {
        var found = new ArrayList<String>();
        if (shown.isString() && shown.stringValue().equals(ANYTHING)) return found;
        if (shown.isObject() && answered.isObject()) {
            for (var field : shown.properties())
                if (!field.getKey().equals(ANYTHING))
                    found.addAll(
                            differences(path + "." + field.getKey(), field.getValue(), answered.path(field.getKey())));
            if (!shown.has(ANYTHING))
                for (var name : answered.propertyNames())
                    if (!shown.has(name)) found.add(path + "." + name + " is not shown");
        } else if (shown.isArray() && answered.isArray()) {
            var open = shown.valueStream()
                            .anyMatch(item ->
                                    item.isString() && item.stringValue().equals(ANYTHING))
                    && shown.size() > 1;
            if (!open && shown.size() != answered.size())
                found.add(path + " has " + answered.size() + " items, not " + shown.size());
            for (var i = 0; i < shown.size() && i < answered.size(); i++)
                found.addAll(differences(path + "[" + i + "]", shown.path(i), answered.path(i)));
        } else if (!shown.equals(answered)) {
            found.add(path + " is " + answered + ", not " + shown);
        }
        return found;
    }
}
