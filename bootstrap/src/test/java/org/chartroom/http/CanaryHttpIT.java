package org.chartroom.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.cli.Program;
import org.chartroom.http.Api.Answer;
import org.chartroom.http.Contract.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A word that nobody says is said to the server in every field of every operation, in headers, queries and paths, rightly
 * and wrongly, while all is well, while the database is away, and while its tables are not what they should be. It stands
 * in no line of the log and in no metric.
 */
@Execution(ExecutionMode.CONCURRENT)
class CanaryHttpIT {

    /** A name, a word, part of an address; letters alone, so that no encoding changes it. */
    private static final String CANARY = "Zwqkanari";

    private static final Pattern FOUND = Pattern.compile(CANARY, Pattern.CASE_INSENSITIVE);

    /** Up to the first frame, in plain text or in JSON. */
    private static final String UNAVAILABLE = "temporarily unavailable: [\\w.$]+(\n|\\\\n)    at ";

    private static final List<String> TEXTS = List.of(
            CANARY,
            CANARY + " complains of " + CANARY,
            "dr." + CANARY + "@clinic.example",
            CANARY + "\r\n" + CANARY,
            "'); drop table " + CANARY + "; --",
            CANARY + "\u0000",
            "2026-13-02 " + CANARY,
            CANARY.repeat(60),
            "<b>" + CANARY + "</b>",
            "{{" + CANARY + "}} ${" + CANARY + "} %" + CANARY);

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Cookie",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Origin",
            "Referer",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Request-Id",
            "X-" + CANARY);

    /** These end the session of whoever sends them. */
    private static final Set<String> ENDING = Set.of("signOut", "changePassword");

    private static final List<Operation> OPERATIONS = Contract.OPERATIONS.stream()
            .filter(operation -> !ENDING.contains(operation.id()))
            .toList();

    /** What no client of Java sends: the container reads it, and has words of its own for what it cannot read. */
    private static final List<String> RAW = Stream.of(
                    "GET /api/patients?name=[CANARY HTTP/1.1\r\nHost: a",
                    "GET /api/patients?name=CANARY%ZZ HTTP/1.1\r\nHost: a",
                    "GET /api/patients?name=%ff%feCANARY HTTP/1.1\r\nHost: a",
                    "GET /api/patients/%00CANARY HTTP/1.1\r\nHost: a",
                    "GET /api/..;/CANARY HTTP/1.1\r\nHost: a",
                    "GET /api\\CANARY HTTP/1.1\r\nHost: a",
                    "CANARY /api/me HTTP/1.1\r\nHost: a",
                    "CAN[ARY CANARY",
                    "CANARY",
                    "GET /api/me CANARY\r\nHost: a",
                    "GET /api/me HTTP/1.1\r\nHost: CANARY[",
                    "GET /api/me HTTP/1.1\r\nHost: a\r\nCANARY CANARY: x",
                    "GET /api/me HTTP/1.1\r\nHost: a\r\nX: CANARY\u0001CANARY",
                    "GET /studio HTTP/1.1\r\nHost: a\r\nCookie: CANARY=\"CANARY; $CANARY=[;@=CANARY\u00e9",
                    "POST /api/auth/token HTTP/1.1\r\nHost: a\r\nContent-Length: CANARY",
                    "POST /api/auth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CANARY",
                    "POST /api/auth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 15\r\n\r\n%ZZCANARY=CANARY",
                    "POST /api/auth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nCANARY")
            .map(request -> request.replace("CANARY", CANARY) + "\r\nConnection: close\r\n\r\n")
            .toList();

    private static final int GENERATED = 700;

    private static final String EMAIL = "dr.okafor@clinic.example";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"", "ecs"})
    void nothingThatAnybodySaysIsInTheLogOrTheMetrics(String format) {
        Heard heard;
        try (var said = new Said("http_canary_" + (format.isEmpty() ? "plain" : format), format)) {
            heard = said.everythingWhateverHappens();
        }

        assertThat(heard.answered().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isGreaterThan(2_000);
        assertThat(heard.answered()).containsKeys(200, 201, 400, 401, 404, 405, 406, 415, 500, 503);
        assertThat(heard.log())
                .contains("temporarily unavailable", " failed: ")
                .containsPattern(UNAVAILABLE + "org\\.chartroom\\.")
                .doesNotContainPattern(UNAVAILABLE + "(?!org\\.chartroom\\.)");
        assertThat(heard.metrics()).contains("status=\"503\"", "status=\"500\"");
        assertThat(canaries(heard.log())).isEmpty();
        assertThat(canaries(heard.metrics())).isEmpty();
    }

    @Test
    void aServerThatLogsWhatIsSaidIsFoundOut() {
        Heard heard;
        try (var said = new Said("http_canary_told", "", "--logging.level.org.springframework.web=trace")) {
            heard = said.byTheWay();
        }

        assertThat(canaries(heard.log())).isNotEmpty();
    }

    private static List<String> canaries(String text) {
        return text.lines().filter(line -> FOUND.matcher(line).find()).toList();
    }

    /**
     * What there was to read afterwards.
     *
     * @param answered status → how often
     */
    private record Heard(String log, String metrics, Map<Integer, Integer> answered) {}

    /** A server in a process of its own, and what is said to it. */
    private static final class Said implements AutoCloseable {

        private final String database;
        private final Program program;
        private final Api server;
        private final Map<Integer, Integer> answered = new TreeMap<>();
        private final GeneratedRequests generated = new GeneratedRequests(20_261_126, OPERATIONS, TEXTS);

        Said(String database, String format, String... settings) {
            this.database = database;
            var environment = new HashMap<>(TestServer.environment(database));
            environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", format);
            var arguments = new ArrayList<>(List.of("serve", "--server.port=0", Scrape.SETTING));
            arguments.addAll(List.of(settings));
            program = Program.start(environment, arguments.toArray(String[]::new));
            var nobody = Api.at(program.base());
            TestServer.addProvider(TestServer.admin(database), EMAIL, Api.PASSWORD);
            server = nobody.as(nobody.signIn(EMAIL, Api.PASSWORD).json());
        }

        Heard byTheWay() {
            misleading().forEach(this::say);
            return heard();
        }

        Heard everythingWhateverHappens() {
            RAW.forEach(this::sayRaw);
            misleading().forEach(this::say);
            byChance();
            everyOperation().forEach(this::say);
            databaseIsThere(false);
            together(everyOperation());
            databaseIsThere(true);
            await().untilAsserted(
                            () -> assertThat(server.get("/api/me").status()).isEqualTo(200));
            var tables = TestServer.admin(database);
            tables.sql("alter schema access rename to elsewhere").update();
            everyOperation().forEach(this::say);
            tables.sql("alter schema elsewhere rename to access").update();
            tables.sql("alter table audit.event rename to lost").update();
            everyOperation().forEach(this::say);
            tables.sql("alter table audit.lost rename to event").update();
            byChance();
            return heard();
        }

        @Override
        public void close() {
            program.close();
        }

        private Heard heard() {
            var metrics = Scrape.of(server).text();
            program.sigterm();
            return new Heard(program.end().output(), metrics, answered);
        }

        private void byChance() {
            for (var n = 0; n < GENERATED; n++) {
                var request = generated.request(server, generated.operation()).build();
                generated.learn(request, say(request));
            }
        }

        /** Each rightly and wrongly: in its fields, as its fields, in its path, behind it, and in its query. */
        private Stream<HttpRequest> everyOperation() {
            return OPERATIONS.stream().flatMap(operation -> {
                var example = operation
                        .body()
                        .or(operation::line)
                        .map(body -> body.path("example").toString())
                        .orElse("");
                var named = operation.path().replaceAll("\\{[^}]+}", CANARY);
                return Stream.of(
                                EveryOperationHttpIT.request(
                                        server, operation, example.replaceAll("\"(?=[A-Z])", "\"" + CANARY + " ")),
                                EveryOperationHttpIT.request(
                                        server, operation, example.replaceAll(":\\s*[^\\[{,}]+", ":\"" + CANARY + '"')),
                                EveryOperationHttpIT.request(server, operation, "{\"" + CANARY + "\": 1}"),
                                EveryOperationHttpIT.request(server, operation, CANARY),
                                server.request(named + "?" + query(operation))
                                        .method(operation.method(), BodyPublishers.ofString(example))
                                        .header("Content-Type", "application/json"),
                                server.request(operation.path().replaceAll("\\{[^}]+}", "1") + "/" + CANARY)
                                        .method(operation.method(), BodyPublishers.ofString(example)))
                        .map(HttpRequest.Builder::build);
            });
        }

        private static String query(Operation operation) {
            return String.join(
                    "&",
                    operation
                            .parameters("query")
                            .map(parameter -> parameter.path("name").stringValue() + "=" + CANARY)
                            .toList());
        }

        /** In headers, as a method, and where there is nothing. */
        private Stream<HttpRequest> misleading() {
            var reads = HEADERS.stream()
                    .map(header -> server.request("/api/patients?name=" + CANARY)
                            .setHeader(header, value(header))
                            .GET());
            var writes = HEADERS.stream()
                    .map(header -> server.request("/api/patients")
                            .setHeader("Content-Type", "application/json")
                            .setHeader(header, value(header))
                            .POST(BodyPublishers.ofString("{\"lastName\": \"" + CANARY + "\"}")));
            var nowhere = Stream.of("/", "/api/", "/studio/", "/docs/", "/actuator/", "/problems/", "/error/")
                    .map(path -> server.request(path + CANARY + "?" + CANARY + "=" + CANARY));
            var methods = Stream.of(CANARY, "DELETE", "PATCH")
                    .map(method -> server.request("/api/patients").method(method, BodyPublishers.ofString(CANARY)));
            return Stream.of(reads, writes, nowhere, methods)
                    .flatMap(each -> each)
                    .map(HttpRequest.Builder::build);
        }

        private static String value(String header) {
            return header.equals("Authorization") ? "Bearer " + CANARY : CANARY;
        }

        /** All at once, far more than there are connections: each waits for one as long as it is given. */
        private void together(Stream<HttpRequest> requests) {
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : clients.invokeAll(requests.map(request -> (Callable<Answer>) () -> answer(request))
                        .toList())) count(answer.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        private Answer say(HttpRequest request) {
            var answer = answer(request);
            count(answer);
            return answer;
        }

        private void count(Answer answer) {
            answered.merge(answer.status(), 1, Integer::sum);
        }

        private static Answer answer(HttpRequest request) {
            try {
                return new Answer(HTTP.send(request, BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private void sayRaw(String request) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException cutOff) {
                // that is an answer too
            }
        }

        private void databaseIsThere(boolean there) {
            var admin = TestServer.admin("postgres");
            admin.sql("alter database " + database + " with allow_connections " + there)
                    .update();
            if (!there)
                admin.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name")
                        .param("name", database)
                        .query((_, _) -> 0)
                        .list();
        }
    }
}
