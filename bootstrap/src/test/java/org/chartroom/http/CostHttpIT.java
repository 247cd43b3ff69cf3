package org.chartroom.http;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartroom.bootstrap.PostgresProxy;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.DatabaseTraffic.Counts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request costs of what is the same on every machine, held against the table of {@value #PAGE}. No test tells how
 * long anything takes.
 */
@Execution(ExecutionMode.CONCURRENT)
class CostHttpIT {

    private static final String PAGE = "docs/performance.md";

    /** Above which a figure that differs a little from run to run has grown, and below which the page is out of date. */
    private static final double MOST = 1.10;

    private static final double LEAST = 0.75;

    private static final String DATABASE = "http_cost";

    /** Until the driver has prepared all statements, and what is made at first use is made. */
    private static final int WARM_UP = 100;

    /** Some of them meet what comes by the clock; the median does not. */
    private static final int MEASURED = 101;

    private static final int PATIENTS = 60;

    private static final List<String> LAST_NAMES =
            List.of("Okafor", "Hart", "Moreau", "Tanaka", "Novak", "Silva", "Larsen", "Kowalski", "Haddad", "Nguyen");

    private static final Instant FIRST_DAY = Instant.parse("2031-01-01T00:00:00Z");

    private static final String VISIT = """
            {"record": {"chiefComplaint": "Cough", "subjective": "For a week", "objective": "Wheezing",
                        "assessment": "Bronchitis", "plan": "Rest",
                        "symptoms": [{"name": "cough", "severity": 4, "duration": "a week"}, {"name": "fever"}],
                        "prescriptions": [{"medication": "Ambroxol", "dosage": "30 mg", "frequency": "twice daily",
                                           "duration": "5 days"},
                                          {"medication": "Ibuprofen", "dosage": "400 mg", "frequency": "as needed",
                                           "duration": "3 days"}]},
             "vitalSigns": {"bloodPressureSystolic": 120, "bloodPressureDiastolic": 78, "temperature": 38.1,
                            "heartRate": 70, "weight": 70, "height": 175.5}}
            """;

    private static final DatabaseTraffic TRAFFIC = new DatabaseTraffic();
    private static final PostgresProxy PROXY = TestServer.proxy(TRAFFIC::listener);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private static final Map<String, Cost> COSTS = new HashMap<>();
    private static final Map<String, List<String>> STATEMENTS = new HashMap<>();

    private static MeasuredServer server;
    private static String token = "";
    private static int appointments;

    @BeforeAll
    static void measure() throws Exception {
        TestServer.database(DATABASE);
        var arguments = new ArrayList<>(TestServer.existing(DATABASE, PROXY));
        arguments.addAll(List.of(
                "--server.port=0",
                "--chartroom.zone=UTC",
                "--chartroom.region=US",
                // told they cost more than untold
                "--chartroom.metrics.token=" + "0123456789abcdef".repeat(2),
                // one request after the other needs no more connections; on each, all is prepared anew
                "--spring.datasource.hikari.maximum-pool-size=1",
                "--spring.datasource.hikari.keepalive-time=0"));
        server = MeasuredServer.start(arguments);
        token = send(post("/api/auth/token", """
                {"email": "%s", "password": "%s"}
                """.formatted(MeasuredServer.EMAIL, Api.PASSWORD)))
                .path("accessToken")
                .stringValue();
        for (var operation : operations().entrySet()) measure(operation.getKey(), operation.getValue());
    }

    @AfterAll
    static void stop() throws IOException {
        HTTP.close();
        server.close();
        PROXY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B1", "B2", "C", "D", "E", "F"})
    void theDatabaseIsAskedWhatThePageSays(String operation) throws IOException {
        var row = row(operation);

        var cost = requireNonNull(COSTS.get(operation));

        assertThat(cost.counts())
                .as(() -> told(row, cost) + listed(requireNonNull(STATEMENTS.get(operation))))
                .isEqualTo(Cost.of(row).counts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B1", "B2", "C", "D", "E", "F"})
    void asManyBytesAreSentAndAllocatedAsThePageSays(String operation) throws IOException {
        var row = row(operation);
        var allowed = Cost.of(row);

        var cost = requireNonNull(COSTS.get(operation));

        assertThat((double) cost.wire())
                .as(() -> told(row, cost))
                .isBetween(LEAST * allowed.wire(), MOST * allowed.wire());
        assertThat((double) cost.allocated())
                .as(() -> told(row, cost))
                .isBetween(LEAST * allowed.allocated(), MOST * allowed.allocated());
    }

    /** In the order in which they are measured. The clinic is made here, and is the same in each run. */
    private static SortedMap<String, Supplier<HttpRequest>> operations() throws Exception {
        var patients = new ArrayList<String>();
        for (var i = 0; i < PATIENTS; i++) patients.add(newPatient(i));
        var charted = patients.removeFirst();
        fillChart(charted);
        for (var i = 0; i < 8; i++)
            newAppointment(patients.get(i), FIRST_DAY.plus(400, DAYS).plus(i, HOURS));
        var visits = new ArrayDeque<String>();
        for (var i = 0; i < WARM_UP + MEASURED; i++) visits.add(newAppointment(patients.get(i % patients.size())));
        var next = send(get("/api/patients?limit=25")).path("next").stringValue();
        return new TreeMap<>(Map.of(
                "A", () -> get("/api/patients/" + charted),
                "B1", () -> get("/api/patients?limit=25"),
                "B2", () -> get("/api/patients?limit=25&cursor=" + next),
                "C", () -> get("/api/patients?name=oka"),
                "D", () -> get("/api/patients/" + charted + "/chart"),
                "E",
                        () -> get("/api/schedule?date="
                                + LocalDate.ofInstant(FIRST_DAY, UTC).plusDays(400)),
                "F", () -> post("/api/appointments/" + visits.remove() + "/visit", VISIT)));
    }

    private static String newPatient(int number) throws Exception {
        return id(post("/api/patients", """
                {"firstName": "P%02d", "lastName": "%s", "dateOfBirth": "%s", "sex": "female"}
                """.formatted(
                        number, LAST_NAMES.get(number % LAST_NAMES.size()), LocalDate.ofYearDay(1980, 1 + number))));
    }

    private static void fillChart(String patient) throws Exception {
        for (var allergen : List.of("Penicillin", "Latex"))
            send(post("/api/patients/" + patient + "/allergies", """
                    {"allergen": "%s", "severity": "severe", "reaction": "Hives"}
                    """.formatted(allergen)));
        send(post("/api/patients/" + patient + "/chronic-conditions", """
                {"condition": "Hypertension", "diagnosedDate": "2019-05-06", "notes": "Controlled"}
                """));
        for (var i = 0; i < 10; i++) send(post("/api/appointments/" + newAppointment(patient) + "/visit", VISIT));
    }

    private static String newAppointment(String patient) throws Exception {
        return newAppointment(patient, FIRST_DAY.plus(appointments++, HOURS));
    }

    private static String newAppointment(String patient, Instant at) throws Exception {
        return id(post("/api/appointments", """
                {"patientId": "%s", "appointmentDate": "%s", "appointmentType": "sick_visit", "reason": "Cough"}
                """.formatted(patient, at)));
    }

    private static void measure(String operation, Supplier<HttpRequest> request) throws Exception {
        for (var i = 0; i < WARM_UP; i++) send(request.get());
        var counts = new ArrayList<Counts>();
        var allocated = new ArrayList<Long>();
        for (var i = 0; i < MEASURED; i++) {
            var next = request.get();
            TRAFFIC.take();
            var before = server.allocated();
            send(next);
            allocated.add(server.allocated() - before);
            counts.add(TRAFFIC.take());
        }
        var usual = median(counts, Comparator.comparingLong(Counts::bytes));
        STATEMENTS.put(operation, usual.statements());
        COSTS.put(operation, Cost.of(usual, median(allocated, Comparator.naturalOrder())));
    }

    private static <T> T median(List<T> all, Comparator<T> order) {
        return all.stream().sorted(order).toList().get(all.size() / 2);
    }

    private static HttpRequest get(String path) {
        return request(path).build();
    }

    private static HttpRequest post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server.base() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String id(HttpRequest request) throws Exception {
        return send(request).path("id").stringValue();
    }

    /** The row of the page's table, which begins with the operation's letter. */
    private static String row(String operation) throws IOException {
        return Files.readAllLines(Path.of("..", PAGE)).stream()
                .filter(line -> line.startsWith("| " + operation + ": "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no row for " + operation));
    }

    private static String told(String row, Cost cost) {
        var name = row.split("\\|", -1)[1].strip();
        return """
                %s
                may cost: %s
                costs:    %s
                What has grown without need is to be mended. Else, or where it has shrunk, the row of %s is now:
                | %s | %s |
                """.formatted(name, Cost.of(row).words(), cost.words(), PAGE, name, cost.cells());
    }

    private static String listed(List<String> statements) {
        return IntStream.range(0, statements.size())
                .mapToObj(i -> "%3d  %s".formatted(i + 1, statements.get(i).strip()))
                .collect(joining("\n"));
    }

    /**
     * @param parsed    how many statements the database had to read anew
     * @param wire      bytes between application and database, in both directions
     * @param allocated kB
     */
    private record Cost(long roundTrips, long statements, long parsed, long rows, long wire, long allocated) {

        static Cost of(Counts counts, long allocated) {
            return new Cost(
                    counts.roundTrips(),
                    counts.statements().size(),
                    counts.parsed(),
                    counts.rows(),
                    counts.bytes(),
                    allocated / 1000);
        }

        static Cost of(String row) {
            var cells = Stream.of(row.split("\\|"))
                    .skip(2)
                    .map(cell -> Long.valueOf(cell.strip()))
                    .toList();
            return new Cost(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
        }

        /** What is to be equal. */
        String counts() {
            return "%d round trips, %d statements, %d of them parsed, %d rows"
                    .formatted(roundTrips, statements, parsed, rows);
        }

        String words() {
            return "%s; %d bytes on the wire, %d kB allocated".formatted(counts(), wire, allocated);
        }

        String cells() {
            return "%d | %d | %d | %d | %d | %d".formatted(roundTrips, statements, parsed, rows, wire, allocated);
        }
    }
}
