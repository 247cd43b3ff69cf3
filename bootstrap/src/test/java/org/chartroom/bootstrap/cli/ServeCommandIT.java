package org.chartroom.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program without any set-up: its own database in a home directory. */
@Execution(ExecutionMode.CONCURRENT)
class ServeCommandIT {

    @TempDir
    private Path home;

    @Test
    void withoutAnySetUpItServesTheDemoClinicAndKeepsItFromStartToStart() throws Exception {
        String patient;
        try (var program = serve()) {
            var base = program.base();
            var clinic = DrDemo.signedIn(base);
            var patients = clinic.get("/api/patients").path("items");
            var chart = clinic.get("/api/patients/" + patients.get(0).path("id").stringValue() + "/chart");
            patient = clinic.register();

            assertThat(patients).hasSize(5);
            assertThat(chart.path("allergies")).isNotEmpty();
            assertThat(chart.path("appointments"))
                    .anySatisfy(appointment -> assertThat(appointment
                                    .path("record")
                                    .path("chiefComplaint")
                                    .stringValue(""))
                            .isNotEmpty());
            assertThat(firstPageOfTheStudio(base)).contains("Map of the tables", "nobody in it is real");
            program.sigterm();
            assertThat(program.end().exitCode()).isEqualTo(143);
            assertThat(EmbeddedPostgres.running(home()))
                    .as("PostgreSQL stopped too")
                    .isEmpty();
        }

        try (var again = serve()) {
            var clinic = DrDemo.signedIn(again.base());

            assertThat(clinic.get("/api/patients").path("items")).hasSize(6);
            assertThat(clinic.get("/api/patients/" + patient).path("lastName").stringValue())
                    .isEqualTo("Okafor");
            again.sigterm();
            again.end();
        }
    }

    private static String firstPageOfTheStudio(String base) throws IOException, InterruptedException {
        var door = URI.create(base + "/studio/sign-in");
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .build()) {
            var form = browser.send(HttpRequest.newBuilder(door).build(), BodyHandlers.ofString())
                    .body();
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
            assertThat(token.find()).isTrue();
            var fields = "email=%s&password=%s&_csrf=%s"
                    .formatted(
                            URLEncoder.encode(DemoClinic.EMAIL.value(), StandardCharsets.UTF_8),
                            URLEncoder.encode(DemoSeed.KNOWN_PASSWORD.value(), StandardCharsets.UTF_8),
                            URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
            return browser.send(
                            HttpRequest.newBuilder(door)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(fields))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesAKilledProgram() throws Exception {
        String patient;
        try (var program = serve()) {
            patient = DrDemo.signedIn(program.base()).register();
            program.sigkill();
        }

        try (var again = serve()) {
            assertThat(DrDemo.signedIn(again.base())
                            .get("/api/patients/" + patient)
                            .path("lastName")
                            .stringValue())
                    .isEqualTo("Okafor");
            again.sigterm();
            again.end();
        }
    }

    @Test
    void besideARunningServerCommandsJoinItAndASecondServerIsRefused() {
        try (var program = serve()) {
            var base = program.base();

            var status = Program.run(environment(), "db", "status", "--json");
            var second = Program.run(environment(), "serve", "--server.port=0");

            assertThat(base).isNotEmpty();
            assertThat(status.exitCode()).isZero();
            assertThat(JsonMapper.shared()
                            .readTree(status.output())
                            .path("embedded")
                            .booleanValue())
                    .isTrue();
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).as("no stack trace").doesNotContain("\tat ");
            assertThat(second.output()).contains(home.getFileName().toString(), Long.toString(program.pid()));
            program.sigterm();
            program.end();
        }
    }

    @Test
    void aZoneThatThereIsNotIsToldWithoutAStackTrace() {
        var database = new HashMap<>(TestServer.environment("cli_zone"));
        database.put("CHARTROOM_ZONE", "Europe/Bonn");

        var ended = Program.run(database, "serve", "--server.port=0");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("CHARTROOM_ZONE", "Europe/Bonn").doesNotContain("\tat ");
    }

    @Test
    void aTokenForMetricsThatIsEasyToGuessIsToldWithoutAStackTraceAndWithoutTheToken() {
        var database = new HashMap<>(TestServer.environment("cli_metrics_token"));
        database.put("CHARTROOM_METRICS_TOKEN", "hunter2");

        var ended = Program.run(database, "serve", "--server.port=0");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .contains("CHARTROOM_METRICS_TOKEN", "32 characters")
                .doesNotContain("\tat ", "hunter2");
    }

    @Test
    void unlessItIsToldToNobodyButThisMachineReachesIt() throws Exception {
        var outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
        var database = TestServer.environment("cli_loopback");

        try (var closed = Program.start(database, "serve", "--server.port=0")) {
            var base = URI.create(closed.base());

            assertThat(base.getHost()).isEqualTo("127.0.0.1");
            outside.ifPresent(
                    address -> assertThat(canConnect(address, base.getPort())).isFalse());
            closed.sigterm();
            closed.end();
        }
        try (var open = Program.start(database, "serve", "--server.port=0", "--server.address=0.0.0.0")) {
            var port = URI.create(open.base()).getPort();

            outside.ifPresent(address -> assertThat(canConnect(address, port)).isTrue());
            open.sigterm();
            open.end();
        }
    }

    private Program serve() {
        return Program.start(environment(), "serve", "--server.port=0");
    }

    private Map<String, String> environment() {
        return Map.of("CHARTROOM_HOME", home.toString(), "CHARTROOM_DB_BINARIES", TestServer.BINARIES.toString());
    }

    private Home home() {
        return new Home(home, TestServer.BINARIES, null);
    }

    private static boolean canConnect(String host, int port) {
        try (var socket = new Socket(host, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** The client of the README. */
    private record DrDemo(String base, String token) {

        static DrDemo signedIn(String base) throws Exception {
            var tokens = send(HttpRequest.newBuilder(URI.create(base + "/api/auth/token"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("""
                            {"email": "demo@chartroom.example", "password": "chartroom-demo"}
                            """)));
            return new DrDemo(base, tokens.path("accessToken").stringValue());
        }

        JsonNode get(String path) throws Exception {
            return send(request(path).GET());
        }

        String register() throws Exception {
            return send(request("/api/patients").POST(BodyPublishers.ofString("""
                            {"firstName": "Ada", "lastName": "Okafor", "dateOfBirth": "1980-02-29", "sex": "female"}
                            """)))
                    .path("id")
                    .stringValue();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token);
        }

        private static JsonNode send(HttpRequest.Builder request) throws Exception {
            try (var http = HttpClient.newHttpClient()) {
                return JsonMapper.shared()
                        .readTree(http.send(request.build(), BodyHandlers.ofString())
                                .body());
            }
        }
    }
}
