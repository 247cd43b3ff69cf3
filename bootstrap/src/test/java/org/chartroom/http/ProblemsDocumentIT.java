package org.chartroom.http;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.chartroom.docs.Document;
import org.junit.jupiter.api.Test;

class ProblemsDocumentIT {

    private static final String INTRODUCTION = """
            # Problems

            Every error is a problem document (RFC 9457): `type` ends with one of the codes below, `status` is as here, and
            `requestId` is what the log knows it by. The running server tells the same at `/problems`. Written from
            `ProblemType`; `verify` compares, `.ci/write-docs` writes it anew.

            | code | status | when | what to do |
            | --- | --- | --- | --- |
            """;

    @Test
    void thePageTellsEveryProblem() {
        var lines = Stream.of(ProblemType.values())
                .map(type ->
                        "| `%s` | %d | %s | %s |%n".formatted(type.code(), type.status(), type.when(), type.remedy()))
                .collect(joining());

        Document.named("problems.md").isCurrentlyAs(INTRODUCTION + lines);
    }
}
