package org.chartroom.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program without any set-up: its own database in a home directory. */
class ServeCommandIT {

    @TempDir
    private Path home;

    @Test
    void withoutAnySetUpItServesTheDemoClinicAndKeepsItFromStartToStart() throws Exception {
        String patient;
        try (var program = serve()) {
            var base = program.base();
            var patients = get(base + "/api/patients").path("items");
            var chart = get(base + "/api/patients/" + patients.get(0).path("id").stringValue() + "/chart");
            patient = register(base);

            assertThat(patients).hasSize(5);
            assertThat(chart.path("allergies")).isNotEmpty();
            assertThat(chart.path("appointments"))
                    .anySatisfy(appointment -> assertThat(appointment
                                    .path("record")
                                    .path("chiefComplaint")
                                    .stringValue(""))
                            .isNotEmpty());
            program.sigterm();
            assertThat(program.end().exitCode()).isEqualTo(143);
            assertThat(EmbeddedPostgres.running(home()))
                    .as("PostgreSQL stopped too")
                    .isEmpty();
        }

        try (var again = serve()) {
            var base = again.base();

            assertThat(get(base + "/api/patients").path("items")).hasSize(6);
            assertThat(get(base + "/api/patients/" + patient).path("lastName").stringValue())
                    .isEqualTo("Okafor");
            again.sigterm();
            again.end();
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesAKilledProgram() throws Exception {
        String patient;
        try (var program = serve()) {
            patient = register(program.base());
            program.sigkill();
        }

        try (var again = serve()) {
            assertThat(get(again.base() + "/api/patients/" + patient)
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
    void withoutSignInNobodyButThisMachineReachesIt() throws Exception {
        var outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        var database = TestServer.environment("cli_loopback");

        try (var program = Program.start(database, "serve", "--server.port=0", "--server.address=0.0.0.0")) {
            var base = URI.create(program.base());

            assertThat(base.getHost()).isEqualTo("127.0.0.1");
            outside.ifPresent(address -> assertThat(canConnect(address.getHostAddress(), base.getPort()))
                    .isFalse());
            program.sigterm();
            program.end();
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

    private static JsonNode get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private static String register(String base) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + "/api/patients"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"firstName": "Ada", "lastName": "Okafor", "dateOfBirth": "1980-02-29", "sex": "female"}
                                """)))
                .path("id")
                .stringValue();
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(
                            http.send(request.build(), BodyHandlers.ofString()).body());
        }
    }
}
