package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.http.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code docs/openapi.yaml} as a measure: every answer that a test gets is one that the document describes, and what was
 * seen of it is remembered, so that in the end somebody can tell what no test has seen.
 */
final class Contract {

    static final Path FILE = Path.of("..", "docs", "openapi.yaml");

    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(FILE.toFile());

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, Schema> BY_NAME = new ConcurrentHashMap<>();

    /** A request that a test made so on purpose, and by which no operation is meant. */
    private static final Set<String> OF_NO_OPERATION = Set.of("method-not-allowed");

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    static final List<Operation> OPERATIONS = operations();

    /** One line for each success, and each problem that an operation can answer. */
    static Set<String> described() {
        var lines = new TreeSet<String>();
        for (var operation : OPERATIONS)
            operation.responses().properties().forEach(response -> {
                var problems = response.getValue().path("x-problems");
                if (problems.isMissingNode()) lines.add(operation.id() + " " + response.getKey());
                for (var problem : problems)
                    lines.add(operation.id() + " " + response.getKey() + " " + problem.stringValue());
            });
        return lines;
    }

    static Set<String> seen() {
        return SEEN;
    }

    static Optional<Operation> operation(String method, String path) {
        return OPERATIONS.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.pattern().matcher(path).matches())
                .min(Comparator.comparingLong(operation ->
                        operation.path().chars().filter(c -> c == '{').count()));
    }

    /** What a schema stands for that refers to another, or to that or nothing. */
    static JsonNode resolve(JsonNode schema) {
        if (schema.has("anyOf")) return resolve(schema.path("anyOf").path(0));
        var reference = schema.path("$ref").stringValue("");
        return reference.isEmpty() ? schema : DOCUMENT.at(reference.substring(1));
    }

    /** Of the schema that another refers to. */
    static String name(JsonNode schema) {
        return schema.path("$ref").stringValue("").replaceFirst(".*/", "");
    }

    static List<String> violations(String schema, JsonNode value) {
        return BY_NAME.computeIfAbsent(schema, Contract::schema).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** Asserts that the document describes the answer, and remembers that it was seen. */
    static void check(Operation operation, Answer answer) {
        if (OF_NO_OPERATION.contains(answer.code()) || isTheContainers(answer)) return;
        var response = operation.responses().path(Integer.toString(answer.status()));
        assertThat(response.isObject())
                .as("%s is described to answer %d, as it did with %s", operation, answer.status(), answer.body())
                .isTrue();
        var content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as("what %s answers", operation).isEmpty();
        } else {
            var type = content.propertyNames().iterator().next();
            assertThat(answer.header("Content-Type"))
                    .as("type of what %s answers", operation)
                    .isEqualTo(type);
            var schema = name(content.path(type).path("schema"));
            assertThat(violations(schema, answer.json()))
                    .as("of %s in %s", schema, answer.body())
                    .isEmpty();
        }
        for (var header : response.path("headers").properties())
            if (header.getValue().path("required").booleanValue(false))
                assertThat(answer.header(header.getKey()))
                        .as("%s of %s", header.getKey(), operation)
                        .isNotEmpty();
        var problems = response.path("x-problems");
        if (!problems.isMissingNode())
            assertThat(problems.valueStream().map(JsonNode::stringValue))
                    .as("problems of %s with status %d", operation, answer.status())
                    .contains(answer.code());
        SEEN.add((operation.id() + " " + answer.status() + " " + answer.code()).strip());
    }

    /** What Tomcat cannot read reaches no operation, and has no path that could be told. */
    private static boolean isTheContainers(Answer answer) {
        return answer.code().equals("malformed-request")
                && answer.json().path("instance").isMissingNode();
    }

    /** Stricter than the document: clients have to live with fields that come later, today there are none. */
    private static Schema schema(String name) {
        var root = JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + name);
        var components = DOCUMENT.path("components").deepCopy();
        components.path("schemas").properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode object
                    && object.path("type").stringValue("").equals("object")
                    && !schema.getKey().equals("Problem")) object.put("additionalProperties", false);
        });
        root.set("components", components);
        return SCHEMAS.getSchema(root);
    }

    private static List<Operation> operations() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getValue().path("operationId").stringValue(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue())))
                .toList();
    }

    /** One operation of the document. */
    record Operation(String id, String method, String path, JsonNode description) {

        JsonNode responses() {
            return description.path("responses");
        }

        Pattern pattern() {
            return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
        }

        boolean isOpen() {
            return description.path("security").isEmpty();
        }

        boolean answers(String problem) {
            return responses()
                    .valueStream()
                    .flatMap(response -> response.path("x-problems").valueStream())
                    .anyMatch(code -> code.stringValue().equals(problem));
        }

        Optional<JsonNode> body() {
            var body = description.path("requestBody").path("content").path("application/json");
            return body.isMissingNode() ? Optional.empty() : Optional.of(body);
        }

        /** Of an import: one of its lines. */
        Optional<JsonNode> line() {
            var body = description.path("requestBody").path("content").path("application/x-ndjson");
            return body.isMissingNode() ? Optional.empty() : Optional.of(body);
        }

        Stream<JsonNode> parameters(String in) {
            return description
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").stringValue().equals(in));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Contract() {}
}
