package org.chartroom.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartroom.http.Api.Answer;
import org.chartroom.http.Contract.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests by chance, made from {@code docs/openapi.yaml} alone: mostly near to what it describes, about things that
 * earlier answers have told of. The same seed makes the same requests, as far as the answers are the same.
 */
final class GeneratedRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Pattern UUIDS = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final int REMEMBERED = 40;

    private static final List<String> TEXTS = List.of(
            "Ada",
            "Møller-Nguyễn",
            " ",
            "",
            "<script>alert(1)</script>",
            "Robert'); drop table clinic.patient; --",
            "\u202eright to left",
            "🫀".repeat(30),
            "line\r\nbreak",
            "x".repeat(101),
            "x".repeat(20_001),
            "nul\u0000",
            "2026-03-02",
            "2025-02-30",
            "+999999-01-01T00:00:00Z",
            "2026-03-02T09:30:00+25:00",
            "2026-03-02T09:30:00Z",
            "24:00",
            "monday");

    private static final List<String> RAW = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "0",
            "-1",
            "1e999",
            "1e-999",
            "99999999999999999999",
            "0.0000001",
            "\"\\ud800\"",
            "[[[]]]",
            "{\"id\": 1}",
            "\"\"",
            "[null]",
            "{",
            "NaN");

    private final Random random;
    private final List<String> texts;
    private final List<Operation> operations;
    /** By what the name of the parameter or field hints at, the newest ids. */
    private final Map<String, List<String>> ids = new HashMap<>();
    /** Of everything that was created. */
    private final List<String> locations = new ArrayList<>();
    /** Root path of an aggregate → its newest known ETag. */
    private final Map<String, String> tags = new HashMap<>();

    GeneratedRequests(long seed, List<Operation> operations) {
        this(seed, operations, TEXTS);
    }

    /** @param texts of which one is said wherever a text is; nine or more */
    GeneratedRequests(long seed, List<Operation> operations, List<String> texts) {
        this.random = new Random(seed);
        this.texts = texts;
        this.operations = operations;
    }

    /** What creates comes more often and what takes away more seldom, or there would be little to ask for. */
    Operation operation() {
        var operation = one(operations);
        for (var tries = 0; tries < 3; tries++)
            if (operation.method().equals("DELETE")
                    || (tries == 0 && !operation.method().equals("POST"))) operation = one(operations);
        return operation;
    }

    HttpRequest.Builder request(Api as, Operation operation) {
        var path = path(operation);
        var request = as.request(path + query(operation));
        var body = operation.body().map(this::body).orElse("");
        request.method(operation.method(), BodyPublishers.ofString(body));
        if (operation.body().isPresent() || random.nextInt(20) == 0)
            request.header("Content-Type", random.nextInt(40) == 0 ? "text/plain" : "application/json");
        operation.parameters("header").forEach(header -> {
            var name = header.path("name").stringValue();
            switch (name) {
                case "If-Match" -> {
                    if (random.nextInt(12) > 0) request.header(name, tag(path));
                }
                case "If-None-Match" -> {
                    if (random.nextInt(3) == 0) request.header(name, random.nextBoolean() ? "*" : tag(path));
                }
                default -> {
                    if (random.nextInt(4) == 0) request.header(name, "key-" + random.nextInt(50));
                }
            }
        });
        if (random.nextInt(60) == 0) request.header("Accept", one(List.of("text/html", "*/*", "nonsense")));
        return request;
    }

    void learn(HttpRequest request, Answer answer) {
        var path = request.uri().getPath();
        if (answer.status() == 404) {
            var gone = path.substring(path.lastIndexOf('/') + 1);
            ids.values().forEach(known -> known.remove(gone));
            locations.remove(path);
        }
        var location = answer.header("Location");
        if (!location.isEmpty()) locations.add(location);
        if (!answer.header("ETag").isEmpty())
            tags.put(root(location.isEmpty() ? path : location), answer.header("ETag"));
        if (answer.status() >= 300 || answer.body().isEmpty()) return;
        learn(kind(location.isEmpty() ? path : location), answer.json());
    }

    private void learn(String kind, JsonNode json) {
        for (var field : json.properties()) {
            var name = field.getKey();
            if (field.getValue().isString()
                    && UUIDS.matcher(field.getValue().stringValue()).matches())
                remember(
                        name.equals("id") ? kind : name.replaceFirst("Id$", ""),
                        field.getValue().stringValue());
            else if (field.getValue().isObject()) learn(name.equals("items") ? kind : name, field.getValue());
            else if (field.getValue().isArray())
                for (var item : field.getValue())
                    learn(
                            name.equals("items")
                                    ? kind
                                    : name.replaceFirst("ies$", "y").replaceFirst("s$", ""),
                            item);
        }
    }

    private void remember(String kind, String id) {
        var known = ids.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (known.contains(id)) return;
        known.add(id);
        if (known.size() > REMEMBERED) known.remove(random.nextInt(REMEMBERED));
    }

    private String path(Operation operation) {
        var parts = operation.path().split("\\{", -1).length > 2 && random.nextInt(5) > 0
                ? locations.stream()
                        .filter(operation.pattern().asMatchPredicate())
                        .toList()
                : List.<String>of();
        if (!parts.isEmpty()) return one(parts);
        var segments = operation.path().split("/", -1);
        for (var i = 1; i < segments.length; i++)
            if (segments[i].equals("{number}")) segments[i] = one(List.of("1", "1", "2", "0", "x"));
            else if (segments[i].startsWith("{")) {
                var kind = kind(String.join("/", List.of(segments).subList(0, i)));
                segments[i] = random.nextInt(40) == 0 ? one(List.of("x", "%00", "..%2f", "1-1-1-1-1")) : id(kind);
            }
        return String.join("/", segments);
    }

    private String query(Operation operation) {
        var query = new StringBuilder();
        operation.parameters("query").forEach(parameter -> {
            var required = parameter.path("required").booleanValue(false);
            if (random.nextInt(10) < (required ? 9 : 3)) {
                var value = random.nextInt(4) == 0
                        ? one(texts.subList(0, 9))
                        : plain(parameter.path("name").stringValue(), parameter.path("schema"));
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").stringValue())
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }

    private String plain(String name, JsonNode schema) {
        var value = value(name, schema);
        return value.isString() ? value.stringValue() : value.toString();
    }

    private String body(JsonNode body) {
        if (random.nextInt(60) == 0) return one(RAW);
        var schema = Contract.resolve(body.path("schema"));
        var made =
                random.nextInt(3) == 0 ? object(schema) : body.path("example").deepCopy();
        if (!(made instanceof ObjectNode object)) return made.toString();
        for (var name : List.copyOf(schema.path("properties").propertyNames())) {
            if (name.endsWith("Id") && random.nextInt(10) > 0 && object.has(name))
                object.put(name, id(name.replaceFirst("Id$", "")));
            if (name.equals("appointmentDate") && object.has(name)) object.put(name, instant());
            if (random.nextInt(25) == 0)
                object.set(name, value(name, schema.path("properties").path(name)));
            if (random.nextInt(60) == 0) object.remove(name);
        }
        if (random.nextInt(80) == 0) object.put("nonsense", 1);
        var text = object.toString();
        return random.nextInt(60) == 0 && !object.isEmpty()
                ? text.replaceFirst(":[^,}\\]]*", ":" + Matcher.quoteReplacement(one(RAW)))
                : text;
    }

    private ObjectNode object(JsonNode schema) {
        var object = JSON.objectNode();
        for (var property : schema.path("properties").properties()) {
            var required = schema.path("required")
                    .valueStream()
                    .anyMatch(name -> name.stringValue().equals(property.getKey()));
            if (random.nextInt(20) < (required ? 19 : 10))
                object.set(property.getKey(), value(property.getKey(), property.getValue()));
        }
        return object;
    }

    private JsonNode value(String name, JsonNode described) {
        if (random.nextInt(25) == 0) return JSON.nullNode();
        if (random.nextInt(25) == 0) return JSON.stringNode(one(texts));
        var schema = Contract.resolve(described);
        if (schema.has("enum") && random.nextInt(10) > 0)
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        var type = schema.path("type").isArray()
                ? schema.path("type").path(0).stringValue()
                : schema.path("type").stringValue("object");
        return switch (type) {
            case "integer" -> JSON.numberNode(random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(150));
            case "number" -> JSON.numberNode(random.nextInt(2000) / 10.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> {
                var array = JSON.arrayNode();
                for (var n = random.nextInt(4); n > 0; n--) array.add(value(name, schema.path("items")));
                yield array;
            }
            case "string" -> JSON.stringNode(text(name, schema.path("format").stringValue("")));
            default -> object(schema);
        };
    }

    private String text(String name, String format) {
        return switch (format) {
            case "uuid" -> id(name.replaceFirst("Id$", ""));
            case "date" ->
                "19%02d-%02d-%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case "date-time" -> instant();
            default -> one(texts);
        };
    }

    private String instant() {
        return "2026-%02d-%02dT%02d:%02d:00Z"
                .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), 20 * random.nextInt(3));
    }

    private String tag(String path) {
        return random.nextInt(8) == 0
                ? one(List.of("\"0\"", "*", "W/\"1\"", "x", "\"1\", \"2\""))
                : tags.getOrDefault(root(path), "\"0\"");
    }

    private String id(String kind) {
        var known = ids.getOrDefault(kind, List.of());
        return known.isEmpty() || random.nextInt(25) == 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : one(known);
    }

    /** Of {@code /api/patients/…/allergies/…} the patient, of {@code /api/me} that. */
    private static String root(String path) {
        var segments = path.split("/", -1);
        return String.join("/", List.of(segments).subList(0, Math.min(segments.length, 4)));
    }

    /** Of the last collection in a path: {@code /api/patients} holds things of the kind {@code patient}. */
    private static String kind(String path) {
        var segments = path.split("/", -1);
        for (var i = segments.length - 1; i > 0; i--)
            if (!UUIDS.matcher(segments[i]).matches() && !segments[i].startsWith("{"))
                return segments[i].replaceFirst("ies$", "y").replaceFirst("s$", "");
        return "";
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
