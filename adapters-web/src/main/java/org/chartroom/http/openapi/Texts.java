package org.chartroom.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code operations.yaml} says.
 *
 * @param introduction of the whole document
 * @param operations   by operation id, which is the name of the handler's method
 * @param schemas      by name: one of its own, or what is to be added to the one that is made from a record
 */
record Texts(String introduction, Map<String, Text> operations, Map<String, JsonNode> schemas) {

    static Texts read() {
        try (var yaml = Texts.class.getResourceAsStream("operations.yaml")) {
            return Yaml.mapper().readValue(Objects.requireNonNull(yaml), Texts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Text of(String operation) {
        var text = operations.get(operation);
        if (text == null) throw new IllegalStateException("operations.yaml says nothing of " + operation);
        return text;
    }

    /**
     * What is to be known of one operation beside its shape.
     *
     * @param status   of success, 200 when left out
     * @param creates  whether it may create as well as replace, which is answered with 201
     * @param etag     whether the answer carries one
     * @param open     to whoever has not signed in
     * @param schema   name of the answer's, where the handler's type does not tell
     * @param example  a body that is acceptable
     * @param problems codes that only this operation knows
     */
    record Text(
            String summary,
            @Nullable Integer status,
            boolean creates,
            boolean etag,
            boolean open,
            @Nullable String schema,
            @Nullable Object example,
            @Nullable List<String> problems) {}
}
