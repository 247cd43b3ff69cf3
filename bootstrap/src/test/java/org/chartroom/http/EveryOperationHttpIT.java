package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.chartroom.http.Api.Answer;
import org.chartroom.http.Contract.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The problems that an operation has by its shape, of every operation that {@code docs/openapi.yaml} describes. */
class EveryOperationHttpIT {

    static final List<Operation> OPERATIONS = Contract.OPERATIONS;
    static final List<Operation> GUARDED = answering("unauthenticated", operation -> !operation.isOpen());
    static final List<Operation> WITH_PATH = answering("not-found", EveryOperationHttpIT::isAboutOne);
    static final List<Operation> WITH_BODY = answering("too-large", operation -> true);
    static final List<Operation> VERSIONED = answering("version-required", operation -> true);
    static final List<Operation> CREATING = answering("idempotency-key-reused", operation -> true);

    /** Somebody without hours has no hours, and a draft has nothing in it yet. */
    private static final Set<String> NOTHING_IS_SOMETHING = Set.of("changeHours", "saveDraft");

    private static final Api OKAFOR = Api.demo().asNewProvider();

    @Test
    void everyOperationThatTakesABodyIsHere() {
        assertThat(WITH_BODY)
                .containsExactlyElementsOf(OPERATIONS.stream()
                        .filter(operation -> operation.body().isPresent())
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("GUARDED")
    void withoutASignInNothingIsAnswered(Operation operation) {
        assertProblem(Api.demo().anonymous().send(request(Api.demo().anonymous(), operation)), 401, "unauthenticated");
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void nothingIsAnsweredButJson(Operation operation) {
        var refused = OKAFOR.send(request(OKAFOR, operation).setHeader("Accept", "application/xml"));

        assertProblem(refused, 406, "not-acceptable");
    }

    @ParameterizedTest
    @FieldSource("WITH_PATH")
    void anIdThatIsNoneIsRefused(Operation operation) {
        var path = operation.path().replace("{number}", "1").replaceAll("\\{[^}]+}", "x");

        var refused = OKAFOR.send(request(OKAFOR, operation, path, example(operation)));

        assertProblem(refused, 400, "malformed-request");
    }

    @ParameterizedTest
    @FieldSource("WITH_PATH")
    void whatThereIsNotIsNotFound(Operation operation) {
        assertProblem(OKAFOR.send(request(OKAFOR, operation)), 404, "not-found");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyThatIsNotJsonIsRefused(Operation operation) {
        assertProblem(OKAFOR.send(request(OKAFOR, operation, "{")), 400, "malformed-request");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyThatIsNoObjectIsRefused(Operation operation) {
        assertProblem(OKAFOR.send(request(OKAFOR, operation, "[]")), 400, "malformed-request");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aFieldThatThereIsNotIsRefusedByItsName(Operation operation) {
        var refused = OKAFOR.send(request(OKAFOR, operation, "{\"nonsense\": 1}"));

        assertProblem(refused, 400, "malformed-request");
        assertThat(refused.errors()).containsEntry("nonsense", "malformed");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyWithNothingInItSaysWhatIsRequired(Operation operation) {
        if (NOTHING_IS_SOMETHING.contains(operation.id())) return;
        assertProblem(OKAFOR.send(request(OKAFOR, operation, "{}")), 400, "validation-failed");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyOfAnotherTypeIsRefused(Operation operation) {
        var refused = OKAFOR.send(request(OKAFOR, operation).setHeader("Content-Type", "text/plain"));

        assertProblem(refused, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyOverTwoMebibytesIsRefused(Operation operation) {
        var huge = "{\"nonsense\": \"" + "x".repeat(2 * 1024 * 1024) + "\"}";

        assertProblem(OKAFOR.send(request(OKAFOR, operation, huge)), 413, "too-large");
    }

    @ParameterizedTest
    @FieldSource("VERSIONED")
    void aChangeSaysWhatItIsMadeFrom(Operation operation) {
        var builder =
                OKAFOR.request(path(operation)).method(operation.method(), BodyPublishers.ofString(example(operation)));
        if (operation.body().isPresent()) builder.header("Content-Type", "application/json");

        assertProblem(OKAFOR.send(builder), 428, "version-required");
    }

    @ParameterizedTest
    @FieldSource("CREATING")
    void aKeyThatCameWithAnotherRequestIsRefused(Operation operation) {
        var key = "key-" + UUID.randomUUID();
        OKAFOR.send(OKAFOR.request("/api/patients")
                .POST(BodyPublishers.ofString(
                        Api.minimalPatient().put("lastName", "Okafor " + key).toString()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key));

        var refused = OKAFOR.send(request(OKAFOR, operation).header("Idempotency-Key", key));

        assertProblem(refused, 422, "idempotency-key-reused");
    }

    /** The example of the document, about things that there are not, made from a version that there is not. */
    static HttpRequest.Builder request(Api as, Operation operation) {
        return request(as, operation, example(operation));
    }

    static HttpRequest.Builder request(Api as, Operation operation, String body) {
        return request(as, operation, path(operation), body);
    }

    private static HttpRequest.Builder request(Api as, Operation operation, String path, String body) {
        var request = as.request(path).method(operation.method(), BodyPublishers.ofString(body));
        if (operation.body().isPresent()) request.setHeader("Content-Type", "application/json");
        if (operation.line().isPresent()) request.setHeader("Content-Type", "application/x-ndjson");
        if (operation
                .parameters("header")
                .anyMatch(header -> header.path("name").stringValue().equals("If-Match")))
            request.header("If-Match", "\"0\"");
        return request;
    }

    private static String path(Operation operation) {
        var path = operation
                .path()
                .replace("{number}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var query = operation
                .parameters("query")
                .filter(parameter -> parameter.path("required").booleanValue(false))
                .map(parameter -> parameter.path("name").stringValue() + "="
                        + parameter.path("example").asString("x"))
                .toList();
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String example(Operation operation) {
        return operation
                .body()
                .or(operation::line)
                .map(body -> body.path("example").toString())
                .orElse("");
    }

    private static boolean isAboutOne(Operation operation) {
        return operation.parameters("path").findAny().isPresent();
    }

    private static List<Operation> answering(String problem, Predicate<Operation> which) {
        return OPERATIONS.stream()
                .filter(operation -> operation.answers(problem))
                .filter(which)
                .toList();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
