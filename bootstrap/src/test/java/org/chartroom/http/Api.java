package org.chartroom.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.chartroom.ChartroomApplication;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.application.AccountAdministration;
import org.chartroom.provider.domain.ProviderDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The application as a REST client has it: really listening, on a database of its own; and who the client is signed in
 * as, if anybody.
 */
public final class Api {

    public static final JsonMapper JSON = JsonMapper.shared();

    /** Of every provider that {@link #asNewProvider} adds. */
    public static final String PASSWORD = "correct horse battery";

    private static final List<String> PATIENT = List.of(
            "--spring.datasource.hikari.connection-timeout=60000",
            "--chartroom.sign-in.access-token-lifetime=2h",
            "--chartroom.sign-in.idle-limit=3h");

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1950, 1, 1);
    private static final AtomicInteger TIMES = new AtomicInteger();
    private static final AtomicInteger BORN = new AtomicInteger();

    /** Wrong passwords are part of many a test; they all come from this one address. */
    private static final Api DEMO = patient("http_demo", "--chartroom.sign-in.throttle.per-address=100000");

    private final HttpClient http;
    private final @Nullable ConfigurableApplicationContext application;
    private final String base;
    private final @Nullable String token;

    private Api(List<String> database, String... settings) {
        this(_ -> {}, database, settings);
    }

    private Api(
            ApplicationContextInitializer<ConfigurableApplicationContext> change,
            List<String> database,
            String... settings) {
        var arguments = Stream.of(
                        database.stream(), Stream.of(settings), Stream.of("--server.port=0", "--chartroom.region=US"))
                .flatMap(each -> each);
        var program = new SpringApplication(ChartroomApplication.class);
        program.addInitializers(
                context -> context.getBeanFactory().addBeanPostProcessor(new RememberedPasswords()), change);
        var started = program.run(arguments.toArray(String[]::new));
        application = started;
        base = "http://127.0.0.1:" + started.getEnvironment().getProperty("local.server.port");
        http = HttpClient.newHttpClient();
        token = null;
    }

    /** One more node over the database of another. */
    public static Api another(String database, String... settings) {
        return new Api(TestServer.existing(database), settings);
    }

    /** Over a database that its arguments name, by whatever way they lead there. */
    public static Api over(List<String> database, String... settings) {
        return new Api(database, settings);
    }

    /** One in whose context something is other than in a clinic's. */
    public static Api with(
            ApplicationContextInitializer<ConfigurableApplicationContext> change,
            List<String> database,
            String... settings) {
        return new Api(change, database, settings);
    }

    private Api(String base) {
        this.base = base;
        application = null;
        http = HttpClient.newHttpClient();
        token = null;
    }

    /** One in a process of its own, signed in as nobody. */
    public static Api at(String base) {
        return new Api(base);
    }

    private Api(Api server, @Nullable String token) {
        http = server.http;
        application = server.application;
        base = server.base;
        this.token = token;
    }

    /** One for all tests that only add to it: the demo clinic is there, and Dr. Demo signed in. */
    public static Api demo() {
        return DEMO;
    }

    /** One of its own, over an empty database, signed in as nobody. */
    public static Api empty(String database, String... settings) {
        return new Api(TestServer.database(database), settings);
    }

    /** One of its own, with the demo clinic, signed in as Dr. Demo. */
    public static Api withDemo(String database, String... settings) {
        return new Api(TestServer.database(database), settings).seeded();
    }

    /**
     * The same for tests that are about neither a database that is away nor the end of a session, on whatever machine: they
     * wait while it stands still, and stay signed in for as long as they take.
     */
    static Api patient(String database, String... settings) {
        return withDemo(
                database, Stream.concat(PATIENT.stream(), Stream.of(settings)).toArray(String[]::new));
    }

    /** With the demo clinic in its database, signed in as Dr. Demo. */
    public Api seeded() {
        bean(DemoSeed.class).seed(DemoSeed.KNOWN_PASSWORD);
        return as(signIn(DemoClinic.EMAIL.value(), DemoSeed.KNOWN_PASSWORD.value())
                .json());
    }

    /** The same server, for whoever bears the access token of an answer to a sign-in. */
    public Api as(JsonNode tokens) {
        return new Api(this, tokens.path("accessToken").stringValue());
    }

    /** The same server, for whoever is signed in on another node. */
    public Api as(Api otherNode) {
        return new Api(this, otherNode.token);
    }

    /** The same server, signed in as nobody. */
    public Api anonymous() {
        return new Api(this, null);
    }

    /** The same server, signed in as a provider who was added just now. */
    public Api asNewProvider() {
        var email = "dr." + UUID.randomUUID() + "@clinic.example";
        bean(AccountAdministration.class)
                .add(
                        new ProviderDetails(
                                new EmailAddress(email), new PersonName("Åsa", "Lindqvist"), null, null, null),
                        PASSWORD);
        return as(signIn(email, PASSWORD).json());
    }

    public Answer signIn(String email, String password) {
        return anonymous()
                .post(
                        "/api/auth/token",
                        JSON.createObjectNode().put("email", email).put("password", password));
    }

    public String myId() {
        return get("/api/me").id();
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path)
                .POST(BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json"));
    }

    public Answer put(String path, Object body) {
        return send(
                request(path).PUT(BodyPublishers.ofString(body.toString())).header("Content-Type", "application/json"));
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Has a request of some other client signed in. */
    public void sign(HttpRequest.Builder request) {
        if (token != null) request.setHeader("Authorization", "Bearer " + token);
    }

    /** A change that is made from a version, as {@code If-Match} tells it. */
    public Answer put(String path, String ifMatch, Object body) {
        return send(request(path)
                .PUT(BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch));
    }

    /** Makes what is made by PUT, as {@code If-None-Match} tells it. */
    public Answer putFirst(String path, Object body) {
        return send(request(path)
                .PUT(BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*"));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A deletion of a version, as {@code If-Match} tells it. */
    public Answer delete(String path, String ifMatch) {
        return send(request(path).DELETE().header("If-Match", ifMatch));
    }

    /**
     * What {@code docs/openapi.yaml} describes is asked by way of the client that a generator made of it, and every answer
     * is one that is described.
     */
    public Answer send(HttpRequest.Builder request) {
        try {
            var sent = request.build();
            var operation = Contract.operation(sent.method(), sent.uri().getRawPath());
            if (operation.isEmpty()) return new Answer(http.send(sent, BodyHandlers.ofString()));
            var answer = GeneratedClient.send(http, operation.get(), sent);
            Contract.check(operation.get(), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return URI.create(base).getPort();
    }

    public <T> Collection<T> beans(Class<T> type) {
        return requireNonNull(application).getBeansOfType(type).values();
    }

    public <T> T bean(Class<T> type) {
        return requireNonNull(application).getBean(type);
    }

    public void stop() {
        requireNonNull(application).close();
    }

    /** A patient with only what is required. */
    public String newPatient() {
        return post("/api/patients", minimalPatient()).id();
    }

    /** Each born on a day of its own, so that none is taken for another. */
    public static ObjectNode minimalPatient() {
        return JSON.createObjectNode()
                .put("firstName", "Ada")
                .put("lastName", "Okafor")
                .put(
                        "dateOfBirth",
                        FIRST_BIRTHDAY.plusDays(BORN.getAndIncrement()).toString())
                .put("sex", "female");
    }

    public String newAppointment(String patient) {
        return post("/api/appointments", booking(patient)).id();
    }

    /** An appointment whose visit is under way. */
    public String newVisit(String patient) {
        var appointment = newAppointment(patient);
        for (var status : List.of("checked_in", "in_progress"))
            put("/api/appointments/" + appointment + "/status", "{\"status\": \"" + status + "\"}");
        return appointment;
    }

    /** Each at a time of its own, so that nobody is booked twice in it. */
    public static ObjectNode booking(String patient) {
        return JSON.createObjectNode()
                .put("patientId", patient)
                .put("appointmentDate", newTime().toString())
                .put("appointmentType", "sick_visit");
    }

    /** On the hour, and far from the demo clinic's days. */
    public static Instant newTime() {
        return Instant.parse("2031-01-01T00:00:00Z").plus(Duration.ofHours(TIMES.incrementAndGet()));
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {

        Answer(HttpResponse<String> response) {
            this(response.statusCode(), response.headers(), response.body());
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** Of what was made or read; of anything else, an error that tells what came back instead. */
        public String id() {
            var id = json().path("id");
            if (!id.isString()) throw new AssertionError("No id came back, but %d: %s".formatted(status, body));
            return id.stringValue();
        }

        /** Of a problem; empty when the answer is none. */
        public String code() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? json().path("code").stringValue("")
                    : "";
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Field → code of what is wrong with it. */
        public Map<String, String> errors() {
            var errors = new HashMap<String, String>();
            for (var error : json().path("errors"))
                errors.put(error.path("field").stringValue(), error.path("code").stringValue());
            return errors;
        }
    }
}
