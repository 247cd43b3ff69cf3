package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What stands in the log of a server in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class LogHttpIT {

    private static final String FAILED = "org.chartroom.http.ProblemAdvice";

    @Test
    void aLineThatIsLoggedDuringARequestCarriesItsIdAndNoOtherDoes() {
        var log = logged("http_log_plain", Map.of());

        assertThat(log.lines().lines().filter(line -> line.contains("ERROR") && line.contains("ProblemAdvice")))
                .hasSize(2)
                .allMatch(line -> log.failed().stream().anyMatch(id -> line.contains("] [" + id + "] ")));
        assertThat(log.lines().lines().filter(line -> line.contains("Chartroom serves on")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".* --- \\[chartroom] \\[ *main] o\\.c.*"));
    }

    @Test
    void whoWantsJsonGetsALineForEachEventWithTheIdOfTheRequest() {
        var log = logged("http_log_json", Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"));

        var events = log.lines().lines().map(Api.JSON::readTree).toList();
        var failures = events.stream()
                .filter(event -> event.path("log").path("logger").asString("").equals(FAILED))
                .toList();
        assertThat(failures)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.path("message").stringValue())
                        .contains("request " + event.path("requestId").stringValue() + " failed"))
                .extracting(event -> event.path("requestId").stringValue())
                .containsExactlyElementsOf(log.failed());
        assertThat(events)
                .filteredOn(event -> event.path("message").asString("").startsWith("Chartroom serves on"))
                .hasSize(1)
                .noneMatch(event -> event.has("requestId"));
    }

    /** Of a server whose tables are not what they should be for two requests, each among others. */
    private static Log logged(String database, Map<String, String> settings) {
        var environment = new HashMap<>(TestServer.environment(database));
        environment.putAll(settings);
        try (var program = Program.start(environment, "serve", "--server.port=0")) {
            var server = Api.at(program.base());
            var tables = TestServer.admin(database);
            var failed = List.of(1, 2).stream()
                    .map(_ -> {
                        server.get("/problems");
                        tables.sql("alter schema access rename to elsewhere").update();
                        var answer = server.signIn("dr.okafor@clinic.example", Api.PASSWORD);
                        tables.sql("alter schema elsewhere rename to access").update();
                        server.get("/problems");
                        assertThat(answer.status()).isEqualTo(500);
                        return answer.header("X-Request-Id");
                    })
                    .toList();
            program.sigterm();
            return new Log(program.end().output(), failed);
        }
    }

    /** @param failed the ids of requests that were logged */
    private record Log(String lines, List<String> failed) {}
}
