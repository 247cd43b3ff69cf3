package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPagesHttpIT {

    private final Api anybody = Api.demo().anonymous();

    @ParameterizedTest
    @EnumSource
    void thePageBehindAProblemExplainsIt(ProblemType type) {
        var page = anybody.get("/problems/" + type.code());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains(type.title(), "Status " + type.status(), "What to do");
    }

    @Test
    void oneListLeadsToAllOfThem() {
        var list = anybody.get("/problems");

        assertThat(list.body())
                .contains(Stream.of(ProblemType.values())
                        .map(type -> "href=\"/problems/" + type.code() + "\"")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/unknown", "/problems/STALE-VERSION", "/problems/%3Cscript%3E"})
    void aProblemThatThereIsNotHasNoPage(String path) {
        var answer = anybody.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @Test
    void whoMeetsAProblemIsLedToItsPage() {
        var problem = anybody.get("/api/me");

        assertThat(anybody.get(problem.json().path("type").stringValue()).status())
                .isEqualTo(200);
    }
}
