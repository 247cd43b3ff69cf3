package org.chartroom.http.openapi;

import static java.util.stream.Collectors.joining;
import static org.chartroom.http.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static org.chartroom.http.ProblemType.INTERNAL_ERROR;
import static org.chartroom.http.ProblemType.MALFORMED_REQUEST;
import static org.chartroom.http.ProblemType.NOT_ACCEPTABLE;
import static org.chartroom.http.ProblemType.NOT_FOUND;
import static org.chartroom.http.ProblemType.STALE_VERSION;
import static org.chartroom.http.ProblemType.TEMPORARILY_UNAVAILABLE;
import static org.chartroom.http.ProblemType.TOO_LARGE;
import static org.chartroom.http.ProblemType.UNAUTHENTICATED;
import static org.chartroom.http.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static org.chartroom.http.ProblemType.VALIDATION_FAILED;
import static org.chartroom.http.ProblemType.VERSION_REQUIRED;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.chartroom.http.ProblemType;
import org.chartroom.http.openapi.Texts.Text;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** One operation: what it answers when all is well, and every problem that its shape makes possible. */
final class Operations implements GlobalOperationCustomizer {

    /** Extension of a response: the codes of its problems. */
    static final String PROBLEMS = "x-problems";

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** Headers of problems, by status. */
    private static final Map<Integer, String> WITH = Map.of(
            UNAUTHENTICATED.status(), HttpHeaders.WWW_AUTHENTICATE,
            STALE_VERSION.status(), HttpHeaders.ETAG,
            ProblemType.TOO_MANY_ATTEMPTS.status(), HttpHeaders.RETRY_AFTER,
            TEMPORARILY_UNAVAILABLE.status(), HttpHeaders.RETRY_AFTER);

    private final Texts texts;

    Operations(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var id = handler.getMethod().getName();
        var text = texts.of(id);
        operation.setOperationId(id);
        operation.setTags(List.of(handler.getBeanType().getPackageName().split("\\.", -1)[2]));
        operation.setSummary(text.summary());
        operation.setSecurity(text.open() ? List.of() : List.of(new SecurityRequirement().addList(ApiDocument.BEARER)));
        if (operation.getParameters() != null) operation.getParameters().forEach(this::describe);
        var creates = Objects.equals(text.status(), 201) && method(handler) == RequestMethod.POST;
        if (creates) operation.addParametersItem(idempotencyKey());
        var conditional = text.etag() && method(handler) == RequestMethod.GET;
        if (conditional) operation.addParametersItem(ifNoneMatch());
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            operation.getRequestBody().getContent().values().forEach(body -> body.setExample(text.example()));
        }
        operation.setResponses(responses(operation, text, problems(operation, text, creates)));
        if (conditional)
            operation
                    .getResponses()
                    .addApiResponse(
                            "304",
                            new ApiResponse()
                                    .description("Not modified: If-None-Match names the version that there is.")
                                    .addHeaderObject(HttpHeaders.ETAG, header(null)));
        return operation;
    }

    private static RequestMethod method(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return Objects.requireNonNull(mapping).method()[0];
    }

    private void describe(Parameter parameter) {
        if (parameter.getName().equals(HttpHeaders.IF_MATCH))
            parameter.setDescription("The ETag of the version that the change is made from.");
        if (parameter.getName().equals(HttpHeaders.IF_NONE_MATCH))
            parameter.setDescription("`*`, to create what does not exist yet; then without If-Match.");
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .required(false)
                .description(
                        "Made up by the client; within 24 hours the same request with the same key is answered as the "
                                + "first time, and nothing is done twice.")
                .schema(new StringSchema().minLength(1).maxLength(128).pattern("^[!-~]+$"));
    }

    private static Parameter ifNoneMatch() {
        return new Parameter()
                .in("header")
                .name(HttpHeaders.IF_NONE_MATCH)
                .required(false)
                .description("The ETag of the version that the client has already.")
                .schema(new StringSchema());
    }

    private static Set<ProblemType> problems(Operation operation, Text text, boolean creates) {
        var problems = EnumSet.of(INTERNAL_ERROR, TEMPORARILY_UNAVAILABLE, NOT_ACCEPTABLE);
        if (!text.open()) problems.add(UNAUTHENTICATED);
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        for (var parameter : parameters) {
            if (!parameter.getName().equals(HttpHeaders.IF_NONE_MATCH)) problems.add(MALFORMED_REQUEST);
            if (parameter.getIn().equals("path")) problems.add(NOT_FOUND);
            if (parameter.getName().equals(HttpHeaders.IF_MATCH))
                problems.addAll(Set.of(STALE_VERSION, VERSION_REQUIRED));
        }
        // when what was created is asked for again and no longer to be seen
        if (creates) problems.addAll(Set.of(IDEMPOTENCY_KEY_REUSED, NOT_FOUND, MALFORMED_REQUEST));
        if (operation.getRequestBody() != null)
            problems.addAll(Set.of(MALFORMED_REQUEST, VALIDATION_FAILED, UNSUPPORTED_MEDIA_TYPE));
        if (operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey(JSON)) problems.add(TOO_LARGE);
        if (text.problems() != null)
            for (var code : text.problems()) problems.add(ProblemType.of(code).orElseThrow());
        return problems;
    }

    private static ApiResponses responses(Operation operation, Text text, Set<ProblemType> problems) {
        var responses = new ApiResponses();
        var status = text.status() == null ? 200 : text.status();
        responses.addApiResponse(Integer.toString(status), success(status, operation, text));
        if (text.creates()) responses.addApiResponse("201", success(201, operation, text));
        var byStatus = new TreeMap<Integer, EnumSet<ProblemType>>();
        for (var problem : problems)
            byStatus.computeIfAbsent(problem.status(), _ -> EnumSet.noneOf(ProblemType.class))
                    .add(problem);
        byStatus.forEach((code, types) -> responses.addApiResponse(Integer.toString(code), problem(code, types, text)));
        return responses;
    }

    private static ApiResponse success(int status, Operation operation, Text text) {
        var success = new ApiResponse().description(status == 201 ? "Created" : status == 204 ? "Done" : "OK");
        if (status != 204) success.setContent(content(operation, text));
        if (status == 201) success.addHeaderObject(HttpHeaders.LOCATION, header("Where it is."));
        if (text.etag()) success.addHeaderObject(HttpHeaders.ETAG, header("The version, for If-Match."));
        return success;
    }

    private static @Nullable Content content(Operation operation, Text text) {
        if (text.schema() != null)
            return new Content()
                    .addMediaType(
                            JSON, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + text.schema())));
        return Objects.requireNonNull(operation.getResponses().get("200")).getContent();
    }

    private static ApiResponse problem(int status, EnumSet<ProblemType> types, Text text) {
        var response = new ApiResponse()
                .description(types.stream()
                        .map(type -> "`" + type.code() + "`: " + type.when())
                        .collect(joining("\n\n")))
                .content(new Content()
                        .addMediaType(
                                PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        response.addExtension(PROBLEMS, types.stream().map(ProblemType::code).toList());
        var header = WITH.get(status);
        // where there may be nothing yet, there is no version of it either
        if (header != null) response.addHeaderObject(header, header(null).required(!text.creates()));
        return response;
    }

    private static Header header(@Nullable String description) {
        return new Header().description(description).required(true).schema(new StringSchema());
    }
}
