package org.chartroom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns everything that goes wrong into one RFC 9457 problem; no other class in the product names an error status. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** Seconds after which it is worth to ask again when there is no room at the moment. */
    private static final String COME_BACK = "5";

    private static final String OURS = "org.chartroom.";

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        var problem = problem(status(refusal.kind()), refusal.code(), refusal.getMessage());
        var headers = new HttpHeaders();
        refusal.facts().forEach((name, fact) -> {
            switch (fact) {
                case Version current -> headers.setETag(ETags.of(current));
                case Duration wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                default -> {
                    if (refusal.kind() != Refusal.Kind.UNKNOWN) problem.setProperty(name, fact);
                }
            }
        });
        switch (refusal.kind()) {
            case UNAUTHENTICATED -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case BUSY -> headers.set(HttpHeaders.RETRY_AFTER, COME_BACK);
            default -> {} // its code and facts are all
        }
        return answer(problem, headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> malformed(MalformedRequest request) {
        return malformed(List.of(new Violation(request.field(), "malformed", request.reason())));
    }

    /**
     * The database is away or went away in the middle, the pool is exhausted, a lock was not to be had: nothing that the
     * client did wrong.
     */
    @ExceptionHandler({
        TransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Object> unavailable(Exception failure) {
        logger.warn("temporarily unavailable: " + withoutMessages(failure, OURS));
        return unavailable("The service cannot answer at the moment; please try again.");
    }

    @ExceptionHandler(BoundedBody.TooLarge.class)
    ResponseEntity<Object> tooLarge() {
        return byStatus(HttpStatus.CONTENT_TOO_LARGE, new HttpHeaders());
    }

    /** Nothing more is read from that client, who may be sending still. */
    @ExceptionHandler(BoundedBody.TooSlow.class)
    ResponseEntity<Object> tooSlow() {
        var headers = new HttpHeaders();
        headers.setConnection("close");
        return byStatus(HttpStatus.REQUEST_TIMEOUT, headers);
    }

    @ExceptionHandler(ETags.VersionRequired.class)
    ResponseEntity<Object> versionRequired() {
        return answer(
                problem(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "version-required",
                        "If-Match must carry the ETag of the version that the change is made from; "
                                + "If-None-Match: * stands for none, where something is made by PUT."),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception bug, HttpServletRequest in) {
        var request = RequestId.of(in);
        logger.error("request " + request + " failed: " + withoutMessages(bug, ""));
        var problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side.");
        problem.setProperty("requestId", request);
        return answer(problem, new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (@Nullable Throwable cause = unreadable; cause != null; cause = cause.getCause())
            if (cause instanceof BoundedBody.TooLarge) return tooLarge(); // wrapped by what was reading
            else if (cause instanceof BoundedBody.TooSlow) return tooSlow();
        return unreadable.getCause() instanceof JacksonException json
                ? malformed(List.of(UnreadableJson.violation(json)))
                : malformed(List.of(new Violation("", "required", "a JSON body is required")));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var type = mismatch.getRequiredType();
        var name = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "";
        return malformed(List.of(new Violation(
                name, "malformed", type == null ? "is malformed" : "must be " + UnreadableJson.description(type))));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return malformed(List.of(new Violation(missing.getParameterName(), "required", "is required")));
    }

    /** Everything that the framework itself refuses, and what the container refused before it. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return byStatus(HttpStatus.valueOf(status.value()), headers);
    }

    static ResponseEntity<Object> byStatus(HttpStatus status, HttpHeaders headers) {
        return switch (status) {
            case BAD_REQUEST -> answer(problem(status, "malformed-request", "The request cannot be read."), headers);
            case NOT_FOUND -> answer(problem(status, "not-found", "There is nothing here."), headers);
            case METHOD_NOT_ALLOWED ->
                answer(problem(status, "method-not-allowed", "See Allow for what can be done here."), headers);
            case NOT_ACCEPTABLE ->
                answer(problem(status, "not-acceptable", "Only application/json is to be had here."), headers);
            case REQUEST_TIMEOUT ->
                answer(problem(status, "request-timeout", "The body did not come within 15 seconds."), headers);
            case CONTENT_TOO_LARGE -> answer(problem(status, "too-large", "The body is over 2 MiB."), headers);
            case UNSUPPORTED_MEDIA_TYPE -> {
                var taken = headers.getAccept().contains(Lines.NDJSON) ? Lines.NDJSON : MediaType.APPLICATION_JSON;
                headers.setAccept(List.of(taken));
                yield answer(problem(status, "unsupported-media-type", "Only " + taken + " is taken here."), headers);
            }
            case SERVICE_UNAVAILABLE -> unavailable("The service cannot answer at the moment; please try again.");
            default ->
                status.is4xxClientError()
                        ? answer(problem(status, "malformed-request", "The request cannot be read."), headers)
                        : answer(
                                problem(
                                        HttpStatus.INTERNAL_SERVER_ERROR,
                                        "internal-error",
                                        "Something went wrong on our side."),
                                headers);
        };
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case RULE -> HttpStatus.BAD_REQUEST;
            case CONTRADICTION -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case THROTTLED -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static ResponseEntity<Object> malformed(List<Violation> errors) {
        var problem = problem(HttpStatus.BAD_REQUEST, "malformed-request", "The request cannot be read.");
        problem.setProperty("errors", errors);
        return answer(problem, new HttpHeaders());
    }

    private static ResponseEntity<Object> unavailable(String detail) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, COME_BACK);
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable", detail), headers);
    }

    private static ProblemDetail problem(HttpStatus status, String code, @Nullable String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(ProblemType.title(code));
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /**
     * What was thrown where, without the messages: a database's quote the row, a parser's the text.
     *
     * @param where the packages whose frames are told; of what every request meets while the database is away, ours are
     *              enough, and all of them would fill a disk
     */
    private static String withoutMessages(Throwable thrown, String where) {
        var lines = new ArrayList<String>();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            lines.add((lines.isEmpty() ? "" : "caused by ") + cause.getClass().getName());
            for (var frame : cause.getStackTrace())
                if (frame.getClassName().startsWith(where)) lines.add("    at " + frame);
        }
        return String.join("\n", lines);
    }
}
