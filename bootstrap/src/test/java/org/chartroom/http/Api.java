package org.chartroom.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.chartroom.ChartroomApplication;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The application as a REST client has it: really listening, on a database of its own. */
public final class Api {

    public static final JsonMapper JSON = JsonMapper.shared();

    private static final Api DEMO = withDemo("http_demo");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext application;
    private final String base;

    private Api(String database) {
        var settings = Stream.concat(TestServer.database(database).stream(), Stream.of("--server.port=0"));
        application = SpringApplication.run(ChartroomApplication.class, settings.toArray(String[]::new));
        base = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    /** One for all tests that only add to it: Dr. Demo and the demo clinic are there. */
    public static Api demo() {
        return DEMO;
    }

    /** One of its own, over an empty database. */
    public static Api empty(String database) {
        return new Api(database);
    }

    private static Api withDemo(String database) {
        var api = new Api(database);
        api.application.getBean(DemoSeed.class).seed();
        return api;
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
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
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

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public void stop() {
        application.close();
    }

    /** A patient with only what is required. */
    public String newPatient() {
        return post("/api/patients", minimalPatient()).id();
    }

    public static ObjectNode minimalPatient() {
        return JSON.createObjectNode()
                .put("firstName", "Ada")
                .put("lastName", "Okafor")
                .put("dateOfBirth", "1980-02-29")
                .put("sex", "female");
    }

    public String newAppointment(String patient) {
        return post("/api/appointments", booking(patient)).id();
    }

    public static ObjectNode booking(String patient) {
        return JSON.createObjectNode()
                .put("patientId", patient)
                .put("appointmentDate", "2026-03-02T09:30:00Z")
                .put("appointmentType", "sick_visit");
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String id() {
            return json().path("id").stringValue();
        }

        public String code() {
            return json().path("code").stringValue("");
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
