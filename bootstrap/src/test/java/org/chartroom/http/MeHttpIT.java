package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class MeHttpIT {

    private final Api me = Api.demo().asNewProvider();

    @Test
    void aProviderReadsOneselfWithoutThePassword() {
        var answer = me.get("/api/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).matches("\"[0-9a-z]+\"");
        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "id",
                        "email",
                        "firstName",
                        "lastName",
                        "specialty",
                        "licenseNumber",
                        "phone",
                        "createdAt",
                        "updatedAt");
        assertThat(answer.body()).doesNotContain("argon2", "password");
    }

    @Test
    void aProviderReplacesWhatIsKnownOfOneself() {
        var before = me.get("/api/me");

        var answer = me.put("/api/me", before.header("ETag"), body().put("specialty", "Paediatrics"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("specialty").stringValue()).isEqualTo("Paediatrics");
        assertThat(answer.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(me.get("/api/me").json()).isEqualTo(answer.json());
    }

    @Test
    void aReplacementFromAnOldVersionIsRefusedWithTheCurrentOne() {
        var seen = me.get("/api/me").header("ETag");
        var current = me.put("/api/me", seen, body()).header("ETag");

        var refused = me.put("/api/me", seen, body().put("lastName", "Lost"));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("stale-version");
        assertThat(refused.header("ETag")).isEqualTo(current);
        assertThat(me.get("/api/me").json().path("lastName").stringValue()).isEqualTo("Lindqvist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"1\"", "x", "\"zzzzzzzzzzzzzzzzzzzz\"", "\"\""})
    void aTagThatIsNoneOfOursIsAnOldVersion(String tag) {
        assertThat(me.put("/api/me", tag, body()).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " ", "\"a\", \"b\""})
    void aChangeThatIsNotMadeFromOneVersionIsRefused(String tag) {
        var refused = me.put("/api/me", tag, body());

        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.code()).isEqualTo("version-required");
    }

    @Test
    void aChangeWithoutAVersionIsRefused() {
        assertThat(me.put("/api/me", body()).status()).isEqualTo(428);
    }

    @Test
    void anotherProvidersEmailAddressIsTaken() {
        var other =
                Api.demo().asNewProvider().get("/api/me").json().path("email").stringValue();
        var seen = me.get("/api/me").header("ETag");

        var refused = me.put("/api/me", seen, body().put("email", other));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("already-exists");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var refused = me.put("/api/me", "\"1\"", "{\"email\": \"x\", \"firstName\": \" \"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsEntry("email", "malformed")
                .containsEntry("firstName", "blank")
                .containsEntry("lastName", "required")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "createdAt", "passwordHash"})
    void whatIsNotTheClientsToSetIsNoField(String field) {
        var refused = me.put("/api/me", "\"1\"", body().put(field, "x"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsKey(field);
    }

    @Test
    void aChangedPasswordEndsEverySession() {
        var email = me.get("/api/me").json().path("email").stringValue();
        var elsewhere = me.as(me.signIn(email, Api.PASSWORD).json());

        var answer = me.put("/api/me/password", passwords(Api.PASSWORD, "another good one"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(me.get("/api/me").status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(401);
        assertThat(me.signIn(email, Api.PASSWORD).status()).isEqualTo(401);
        assertThat(me.signIn(email, "another good one").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "wrong,                 another good one, currentPassword, wrong",
        "correct horse battery, short,            newPassword,     too-short",
        "correct horse battery, Password,         newPassword,     too-common"
    })
    void aPasswordThatWillNotDoChangesNothing(String current, String next, String field, String code) {
        var refused = me.put("/api/me/password", passwords(current, next));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
        assertThat(refused.errors()).containsEntry(field, code).hasSize(1);
        assertThat(me.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void whoTriesPasswordsWithATokenIsHeldUpAsAtSignIn() {
        var tries = IntStream.range(0, 11)
                .mapToObj(_ -> me.put("/api/me/password", passwords("wrong", "another good one")))
                .toList();

        assertThat(tries.getFirst().status()).isEqualTo(400);
        assertThat(tries.getLast().status()).isEqualTo(429);
        assertThat(tries.getLast().code()).isEqualTo("too-many-attempts");
        assertThat(tries.getLast().header("Retry-After")).isNotEmpty();
    }

    private ObjectNode body() {
        var before = me.get("/api/me").json();
        return Api.JSON
                .createObjectNode()
                .put("email", before.path("email").stringValue())
                .put("firstName", "Åsa")
                .put("lastName", "Lindqvist");
    }

    private static ObjectNode passwords(String current, String next) {
        return Api.JSON.createObjectNode().put("currentPassword", current).put("newPassword", next);
    }
}
