package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartroom.docs.Document;
import org.chartroom.http.Contract.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

class OpenApiDocumentIT {

    static final List<Operation> OPERATIONS = Contract.OPERATIONS;

    static final List<Operation> WITH_BODY = OPERATIONS.stream()
            .filter(operation -> operation.body().isPresent())
            .toList();

    private final Api api = Api.demo();

    @Test
    void theDocumentInTheRepositoryIsTheOneThatIsServed() {
        Document.named("openapi.yaml")
                .isCurrentlyAs(api.anonymous().get("/docs/openapi.yaml").body());
    }

    @Test
    void noTwoOperationsShareAName() {
        assertThat(OPERATIONS).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void anOperationSaysWhatItDoes(Operation operation) {
        assertThat(operation.description().path("summary").stringValue("")).isNotBlank();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void whatIsNotOpenNeedsASignIn(Operation operation) {
        assertThat(operation.answers("unauthenticated")).isTrue();
        assertThat(operation.isOpen()).isEqualTo(operation.path().matches("/api/auth/(token|refresh)"));
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void theExampleOfABodyIsAcceptable(Operation operation) {
        var body = operation.body().orElseThrow();
        var schema = Contract.name(body.path("schema"));

        assertThat(body.path("example").isObject()).isTrue();
        assertThat(Contract.violations(schema, body.path("example"))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void eachAnswerHasAnExampleOfEveryKindThatItCanBe(Operation operation) {
        for (var response : operation.responses())
            for (var content : response.path("content")) {
                var problems = response.path("x-problems").valueStream().map(JsonNode::stringValue);
                var schema = Contract.name(content.path("schema"));

                assertThat(content.path("examples").propertyNames())
                        .containsExactlyInAnyOrderElementsOf(
                                schema.equals("Problem") ? problems.toList() : List.of(schema));
                for (var example : content.path("examples"))
                    assertThat(Contract.violations(
                                    schema, Contract.resolve(example).path("value")))
                            .as("example %s of %s", example, operation)
                            .isEmpty();
            }
    }

    @Test
    void thePageForPeopleIsThereAndTakesNothingFromElsewhere() {
        var page = api.anonymous().get("/swagger-ui/index.html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("https://", "http://");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'", "connect-src 'self'");
        assertThat(api.anonymous().get("/docs").header("Location")).endsWith("/swagger-ui/index.html");
    }
}
