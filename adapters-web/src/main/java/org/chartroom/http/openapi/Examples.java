package org.chartroom.http.openapi;

import static org.chartroom.http.openapi.Operations.PROBLEMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chartroom.http.ProblemType;

/**
 * What {@code examples.yaml} says, made whole by the schemas.
 *
 * @param answers  by name of schema, of each the fields that are not null and of no other schema
 * @param problems by code, what a problem of it carries beside what all carry
 */
record Examples(Map<String, ObjectNode> answers, Map<String, ObjectNode> problems) {

    static Examples read() {
        try (var yaml = Examples.class.getResourceAsStream("examples.yaml")) {
            return Yaml.mapper().readValue(Objects.requireNonNull(yaml), Examples.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every answer of the document its example. */
    void addTo(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .forEach(response -> response.getContent().values().forEach(content -> {
                    var codes = response.getExtensions() == null
                            ? null
                            : response.getExtensions().get(PROBLEMS);
                    if (codes instanceof List<?> problems)
                        for (var code : problems) add(document, content, code.toString(), problem(code.toString()));
                    else {
                        var name = name(content.getSchema().get$ref());
                        add(
                                document,
                                content,
                                name,
                                answer(name, document.getComponents().getSchemas()));
                    }
                }));
    }

    private static void add(OpenAPI document, MediaType content, String name, ObjectNode value) {
        document.getComponents().addExamples(name, new Example().value(value));
        content.addExamples(name, new Example().$ref("#/components/examples/" + name));
    }

    @SuppressWarnings("rawtypes") // as the document has them
    private ObjectNode answer(String name, Map<String, Schema> schemas) {
        var example = Json31.mapper().createObjectNode();
        var said = answers.getOrDefault(name, example);
        JsonNode schema = Json31.mapper().valueToTree(Objects.requireNonNull(schemas.get(name), name));
        schema.path("properties").properties().forEach(property -> {
            var value = said.get(property.getKey());
            example.set(property.getKey(), value == null ? value(property.getValue(), schemas) : value);
        });
        return example;
    }

    @SuppressWarnings("rawtypes") // as the document has them
    private JsonNode value(JsonNode schema, Map<String, Schema> schemas) {
        var reference = schema.path("anyOf")
                .path(0)
                .path("$ref")
                .asText(schema.path("$ref").asText());
        if (!reference.isEmpty()) return answer(name(reference), schemas);
        if (schema.has("items")) return Json31.mapper().createArrayNode().add(value(schema.path("items"), schemas));
        return Json31.mapper().nullNode();
    }

    private ObjectNode problem(String code) {
        var type = ProblemType.of(code).orElseThrow();
        var problem = Json31.mapper()
                .createObjectNode()
                .put("type", "/problems/" + code)
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", type.when())
                .put("instance", "/api/patients")
                .put("code", code);
        return problem.setAll(problems.getOrDefault(code, Json31.mapper().createObjectNode()));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
