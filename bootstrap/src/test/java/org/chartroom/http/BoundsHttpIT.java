package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chartroom.http.Contract.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How much a field may hold: {@code docs/openapi.yaml} says it, and the server means the same. */
class BoundsHttpIT {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What is wrong about them is not told. */
    private static final Set<String> SECRETS = Set.of("email", "password", "refreshToken", "currentPassword");

    static final List<Operation> SIGNED_IN = Contract.OPERATIONS.stream()
            .filter(operation -> operation.body().isPresent() && !operation.isOpen())
            .toList();

    static final List<Bounded> BOUNDED =
            SIGNED_IN.stream().flatMap(BoundsHttpIT::bounds).toList();

    private static final Api OKAFOR = Api.demo().asNewProvider();

    @ParameterizedTest
    @FieldSource("SIGNED_IN")
    void everyFieldHasABound(Operation operation) {
        var unbounded = new TreeMap<String, JsonNode>();
        schema(operation).path("properties").properties().forEach(field -> {
            if (!isBounded(field.getValue()) && !SECRETS.contains(field.getKey()))
                unbounded.put(field.getKey(), field.getValue());
        });

        assertThat(unbounded).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BOUNDED")
    void theMostIsNotTooMuchAndOneMoreIs(Bounded field) {
        assertThat(errors(field, field.beyond())).containsEntry(field.name(), field.code());
        assertThat(errors(field, field.most())).doesNotContainEntry(field.name(), field.code());
    }

    @ParameterizedTest
    @FieldSource("SIGNED_IN")
    void aTextWithNothingInItIsNoValueOfAFieldThatIsNoText(Operation operation) {
        var others = schema(operation).path("properties").properties().stream()
                .filter(field -> !isA(field.getValue(), "string")
                        || field.getValue().has("enum")
                        || field.getValue().has("format"))
                .map(Map.Entry::getKey)
                .toList();

        for (var field : others)
            for (var nothing : List.of("", " ")) {
                var body = required(operation).put(field, nothing);
                var refused = OKAFOR.send(EveryOperationHttpIT.request(OKAFOR, operation, body.toString()));

                assertThat(refused.status()).as(field).isEqualTo(400);
                assertThat(refused.errors()).containsExactly(Map.entry(field, "malformed"));
            }
    }

    private static Map<String, String> errors(Bounded field, JsonNode value) {
        var body = required(field.operation());
        if (field.name().equals("bloodPressureDiastolic")) body.put("bloodPressureSystolic", 300);
        body.set(field.name(), value);
        var as = field.operation().id().equals("changePassword") ? Api.demo().asNewProvider() : OKAFOR;
        var answer = as.send(EveryOperationHttpIT.request(as, field.operation(), body.toString()));
        return answer.code().isEmpty() ? Map.of() : answer.errors();
    }

    /** The example without what may be left out; yes to everything that can be agreed to. */
    private static ObjectNode required(Operation operation) {
        var body = (ObjectNode) operation.body().orElseThrow().path("example").deepCopy();
        var schema = schema(operation);
        body.retain(
                schema.path("required").valueStream().map(JsonNode::stringValue).toList());
        schema.path("properties").properties().forEach(field -> {
            if (isA(field.getValue(), "boolean")) body.put(field.getKey(), true);
        });
        return body;
    }

    private static Stream<Bounded> bounds(Operation operation) {
        return schema(operation).path("properties").properties().stream().flatMap(field -> {
            var name = field.getKey();
            var schema = field.getValue();
            return Stream.of(
                            bound(operation, name, "too-long", schema.path("maxLength"), 1),
                            bound(operation, name, "too-short", schema.path("minLength"), -1),
                            bound(operation, name, "too-many", schema.path("maxItems"), 1),
                            bound(operation, name, "out-of-range", schema.path("maximum"), 1),
                            bound(operation, name, "out-of-range", schema.path("minimum"), -1))
                    .flatMap(bound -> bound);
        });
    }

    private static Stream<Bounded> bound(Operation operation, String name, String code, JsonNode bound, int further) {
        if (bound.isMissingNode() || (code.equals("too-short") && bound.intValue() == 1)) return Stream.of();
        return Stream.of(new Bounded(
                operation, name, code, value(code, bound.doubleValue()), value(code, bound.doubleValue() + further)));
    }

    private static JsonNode value(String code, double size) {
        return switch (code) {
            case "too-long", "too-short" -> JSON.stringNode("x".repeat((int) size));
            case "too-many" -> {
                var array = JSON.arrayNode();
                for (var i = 0; i < size; i++) array.addObject();
                yield array;
            }
            default -> size == (int) size ? JSON.numberNode((int) size) : JSON.numberNode(size);
        };
    }

    private static boolean isBounded(JsonNode schema) {
        if (isA(schema, "string"))
            return Stream.of("maxLength", "format", "enum", "pattern").anyMatch(schema::has);
        if (isA(schema, "integer")) return schema.has("minimum");
        if (isA(schema, "number")) return schema.has("minimum") && schema.has("maximum");
        return !isA(schema, "array") || schema.has("maxItems");
    }

    private static boolean isA(JsonNode schema, String type) {
        var types = schema.path("type");
        return types.stringValue("").equals(type)
                || types.valueStream().anyMatch(one -> one.stringValue("").equals(type));
    }

    private static JsonNode schema(Operation operation) {
        return Contract.resolve(operation.body().orElseThrow().path("schema"));
    }

    /** A field of a request, with what is still in order there and what no longer is. */
    record Bounded(Operation operation, String name, String code, JsonNode most, JsonNode beyond) {

        @Override
        public String toString() {
            return operation + " " + name + " " + code;
        }
    }
}
