package org.chartroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import client.ApiClient;
import client.ApiException;
import client.ApiResponse;
import jakarta.annotation.Nonnull;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chartroom.http.Api.Answer;
import org.chartroom.http.Contract.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The client that a generator made of {@code docs/openapi.yaml}, between every test and the server. What a test asks of
 * an operation is asked by calling the client's method for it; on the wire the test's own request takes the place of the
 * client's, so that requests can be asked too that no client would make. Whenever something is answered to a request that
 * was in order, the two requests have to say the same; and whatever is answered, the client has to understand it.
 */
final class GeneratedClient {

    private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();

    /** By operation; the client has a class for each feature. */
    private static final Map<String, Method> METHODS = Contract.OPERATIONS.stream()
            .map(operation -> operation.description().path("tags").path(0).stringValue())
            .distinct()
            .map(GeneratedClient::api)
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .filter(method -> method.getName().endsWith("WithHttpInfo"))
            .collect(toMap(
                    method -> method.getName().replace("WithHttpInfo", ""),
                    method -> method,
                    (one, other) -> one.getParameterCount() < other.getParameterCount() ? one : other));

    /** To stand for what the test's request does not have and the client has to be given. */
    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            UUID.class,
            new UUID(0, 0),
            String.class,
            "x",
            Integer.class,
            1,
            LocalDate.class,
            LocalDate.EPOCH,
            OffsetDateTime.class,
            OffsetDateTime.parse("2000-01-01T00:00:00Z"));

    /** Statuses that say that the request was in order, whatever became of it. */
    private static final Set<Integer> IN_ORDER = Set.of(200, 201, 204, 304, 409);

    private static Class<?> api(String feature) {
        try {
            return Class.forName(
                    "client.api." + feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1) + "Api");
        } catch (ClassNotFoundException e) {
            throw new LinkageError(feature, e);
        }
    }

    /** Asks by the method for the operation what the request asks. */
    static Answer send(HttpClient http, Operation operation, HttpRequest request) throws IOException {
        var wire = new Wire(http, request);
        var client = new ApiClient(
                HttpClient.newBuilder(), MAPPER, "http://" + request.uri().getAuthority()) {
            @Override
            public HttpClient getHttpClient() {
                return wire;
            }
        };
        var method = requireNonNull(METHODS.get(operation.id()), operation::id);
        var understood = call(client, method, arguments(method, operation, request), wire);
        var answer = wire.answer();
        if (answer.status() / 100 == 2)
            assertThat(normal(understood))
                    .as("what the client reads in %s", answer.body())
                    .isEqualTo(normal(json(answer.body())));
        if (IN_ORDER.contains(answer.status()))
            assertThat(said(operation, wire.made()))
                    .as("what the client says to %s", operation)
                    .isEqualTo(said(operation, request));
        return answer;
    }

    private static @Nullable JsonNode call(ApiClient client, Method method, Object[] arguments, Wire wire)
            throws IOException {
        try {
            var api = method.getDeclaringClass().getConstructor(ApiClient.class).newInstance(client);
            var response = (ApiResponse<?>) method.invoke(api, arguments);
            assertThat(response.getStatusCode()).isEqualTo(wire.answer().status());
            return response.getData() == null ? null : MAPPER.valueToTree(response.getData());
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof ApiException problem))
                throw new AssertionError(method.getName(), e.getCause());
            if (wire.failure() != null) throw wire.failure();
            assertThat(problem.getCode())
                    .as("status in %s", problem)
                    .isEqualTo(wire.answer().status());
            assertThat(problem.getResponseBody() == null ? "" : problem.getResponseBody())
                    .isEqualTo(wire.answer().body());
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.getName(), e);
        }
    }

    private static Object[] arguments(Method method, Operation operation, HttpRequest request) {
        var given = parameters(operation, request);
        return Arrays.stream(method.getParameters())
                .map(parameter -> isBody(parameter)
                        ? body(parameter, operation, request)
                        : argument(parameter, given.get(parameter.getName())))
                .toArray();
    }

    private static @Nullable Object argument(Parameter parameter, @Nullable List<String> given) {
        var type = MAPPER.constructType(parameter.getParameterizedType());
        var read = given == null
                ? null
                : read(() -> MAPPER.convertValue(type.isCollectionLikeType() ? given : given.getFirst(), type));
        var required = parameter.isAnnotationPresent(Nonnull.class);
        return read == null && required ? SAMPLES.get(parameter.getType()) : read;
    }

    private static Object body(Parameter parameter, Operation operation, HttpRequest request) {
        var read = read(() -> MAPPER.readValue(Wire.body(request), parameter.getType()));
        return read == null
                ? MAPPER.convertValue(
                        operation.body().or(operation::line).orElseThrow().path("example"), parameter.getType())
                : read;
    }

    private static @Nullable Object read(Supplier<@Nullable Object> reader) {
        try {
            return reader.get();
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.getType().getPackageName().equals("client.model");
    }

    /** By the name that the client gives to each: {@code If-Match} is {@code ifMatch} there. */
    private static Map<String, List<String>> parameters(Operation operation, HttpRequest request) {
        var parameters = new HashMap<String, List<String>>();
        var names = operation.path().split("/", -1);
        var values = request.uri().getRawPath().split("/", -1);
        for (var i = 0; i < names.length; i++)
            if (names[i].startsWith("{"))
                parameters.put(names[i].substring(1, names[i].length() - 1), List.of(decoded(values[i])));
        query(request.uri()).forEach(parameters::put);
        names(operation, "header").forEach(name -> {
            var sent = request.headers().allValues(name);
            if (!sent.isEmpty()) parameters.put(inCode(name), sent);
        });
        return parameters;
    }

    private static String inCode(String header) {
        return header.substring(0, 1).toLowerCase(Locale.ROOT)
                + header.substring(1).replace("-", "");
    }

    private static Map<String, List<String>> query(URI uri) {
        var query = new TreeMap<String, List<String>>();
        if (uri.getRawQuery() == null) return query;
        for (var pair : uri.getRawQuery().split("&", -1)) {
            var parts = pair.split("=", 2);
            query.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** What a request comes down to, however it is written, and without what the operation does not know of. */
    private static Map<String, Object> said(Operation operation, HttpRequest request) {
        var said = new TreeMap<String, Object>();
        said.put("method", request.method());
        said.put("path", request.uri().getRawPath());
        var query = query(request.uri());
        operation.parameters("query").forEach(parameter -> {
            var name = parameter.path("name").stringValue();
            var given = given(query.getOrDefault(name, List.of()));
            var many = parameter.path("schema").path("type").stringValue("").equals("array");
            said.put(
                    name, many ? given : given.stream().limit(1).toList()); // of what there is one of, the first counts
        });
        names(operation, "header")
                .forEach(name -> said.put(name, given(request.headers().allValues(name))));
        if (operation.body().isPresent()) said.put("body", normal(json(Wire.body(request))));
        return said;
    }

    private static Stream<String> names(Operation operation, String in) {
        return operation.parameters(in).map(parameter -> parameter.path("name").stringValue());
    }

    private static List<Object> given(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank())
                .map(value -> value.indexOf('T') == 10 ? instant(value) : value)
                .toList();
    }

    private static @Nullable JsonNode json(String text) {
        return text.isBlank() ? null : Api.JSON.readTree(text);
    }

    /** Without nulls; numbers by their value, instants by their point in time. */
    private static Object normal(@Nullable JsonNode node) {
        if (node == null || node.isNull()) return "null";
        if (node.isObject())
            return node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .collect(
                            toMap(Map.Entry::getKey, field -> normal(field.getValue()), (one, _) -> one, TreeMap::new));
        if (node.isArray())
            return node.valueStream().map(GeneratedClient::normal).toList();
        if (node.isNumber()) return new BigDecimal(node.asString()).stripTrailingZeros();
        if (node.isString() && node.stringValue().indexOf('T') == 10) return instant(node.stringValue());
        return node;
    }

    private static Object instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private GeneratedClient() {}
}
