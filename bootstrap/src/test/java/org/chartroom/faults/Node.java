package org.chartroom.faults;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.cli.Program;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The program in a process of its own, at the same address however often it is started. */
final class Node implements AutoCloseable {

    private static final String PASSWORD = "correct horse battery";

    private static final List<String> SETTINGS = List.of(
            "--chartroom.sign-in.access-token-lifetime=2h",
            "--chartroom.sign-in.idle-limit=3h",
            "--chartroom.sign-in.throttle.per-address=1000");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private final List<String> arguments = new ArrayList<>(List.of("serve"));
    private final int port = freePort();
    private Program program;

    private Node(Map<String, String> environment, String... settings) {
        this.environment = environment;
        arguments.add("--server.port=" + port);
        arguments.addAll(SETTINGS);
        arguments.addAll(List.of(settings));
        program = launch();
    }

    /** With a database of its own in that folder. */
    static Node embedded(Path home, String... settings) {
        return new Node(environment(home), settings);
    }

    static Map<String, String> environment(Path home) {
        return Map.of("CHARTROOM_HOME", home.toString(), "CHARTROOM_DB_BINARIES", TestServer.BINARIES.toString());
    }

    /** Over the database that the environment names. */
    static Node over(Map<String, String> database, String... settings) {
        return new Node(database, settings);
    }

    /** Starts it again and returns when it serves. */
    void startAgain() {
        program = launch();
        program.base();
    }

    Node serving() {
        program.base();
        return this;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Program program() {
        return program;
    }

    /** Access tokens of that many providers. */
    List<String> signIn(int providers) {
        return IntStream.range(0, providers)
                .mapToObj(Node::email)
                .peek(this::add)
                .map(this::signIn)
                .toList();
    }

    /** What Linux says of the process, such as VmRSS (kB) or Threads; 0 where there is no Linux to ask. */
    long system(String name) {
        var status = processes().resolve("status");
        if (!Files.exists(status)) return 0;
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files and connections that it holds; 0 where there is no Linux to ask. */
    long open() {
        var open = processes().resolve("fd");
        if (!Files.exists(open)) return 0;
        try (var files = Files.list(open)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path processes() {
        return Path.of("/proc", Long.toString(program.pid()));
    }

    /** MiB that are reachable, after a collection of everything else. */
    long liveHeap() {
        try {
            var jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(program.pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (var lines = jcmd.inputReader()) {
                return lines.lines()
                                .filter(line -> line.startsWith("Total "))
                                .mapToLong(line -> Long.parseLong(
                                        line.strip().split(" +", 3)[2].strip()))
                                .reduce((_, last) -> last)
                                .orElseThrow()
                        >> 20;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another session of one of them, numbered from 0. */
    String signInAgain(int number) {
        return signIn(email(number));
    }

    private static String email(int number) {
        return "dr.%d@clinic.example".formatted(number);
    }

    private void add(String email) {
        TestServer.addProvider(superuser(), email, PASSWORD);
    }

    private JdbcClient superuser() {
        var home = environment.get("CHARTROOM_HOME");
        return home == null
                ? JdbcClient.create(new DriverManagerDataSource(
                        setting("SPRING_DATASOURCE_URL"),
                        setting("SPRING_DATASOURCE_USERNAME"),
                        setting("SPRING_DATASOURCE_PASSWORD")))
                : superuser(Path.of(home));
    }

    private String setting(String name) {
        return requireNonNull(environment.get(name));
    }

    private String signIn(String email) {
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/auth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))));
        return JsonMapper.shared().readTree(answer.body()).path("accessToken").stringValue();
    }

    /** What somebody who bears the token is answered. */
    HttpResponse<String> get(String token, String path) {
        return send(HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Another command over its database. */
    Program.Ended run(String... command) {
        return Program.run(environment, command);
    }

    private Program launch() {
        return Program.start(new HashMap<>(environment), arguments.toArray(String[]::new));
    }

    /** A look behind the application's back at the embedded database in that folder, which somebody runs. */
    static JdbcClient superuser(Path home) {
        var endpoint = EmbeddedPostgres.running(new Home(home, TestServer.BINARIES, null))
                .orElseThrow();
        return JdbcClient.create(new DriverManagerDataSource(
                endpoint.jdbcUrl(EmbeddedPostgres.DATABASE), endpoint.user(), endpoint.password()));
    }

    @Override
    public void close() {
        program.close();
        http.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
