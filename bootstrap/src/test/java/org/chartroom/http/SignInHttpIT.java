package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.chartroom.http.Api.Answer;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.application.AccountAdministration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class SignInHttpIT {

    /** Its own, since what is counted here would close the door to other tests. */
    private static final Api DEMO = Api.withDemo(
            "http_sign_in",
            "--chartroom.sign-in.throttle.per-address=1000",
            "--chartroom.sign-in.throttle.per-account=30",
            "--chartroom.sign-in.throttle.per-account-and-address=20");

    private final Api api = DEMO.anonymous();

    @AfterAll
    static void stop() {
        DEMO.stop();
    }

    @Test
    void whoSignsInGetsTokensThatNobodyKeepsACopyOf() {
        var answer = api.signIn(DemoClinic.EMAIL.value(), DemoSeed.KNOWN_PASSWORD.value());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactly("accessToken", "tokenType", "expiresIn", "refreshToken");
        assertThat(answer.json().path("accessToken").stringValue()).matches("[\\w-]{43}");
        assertThat(answer.json().path("refreshToken").stringValue()).matches("[\\w-]{43}");
        assertThat(answer.json().path("tokenType").stringValue()).isEqualTo("Bearer");
        assertThat(answer.json().path("expiresIn").intValue()).isEqualTo(900);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(api.as(answer.json()).get("/api/patients").status()).isEqualTo(200);
    }

    @Test
    void withoutATokenNothingIsToldButThatOneIsNeeded() {
        var refused = api.get("/api/patients");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("instance").stringValue()).isEqualTo("/api/patients");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer a b",
                "Basic ZGVtbzpkZW1v",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer ' or 1=1 --"
            })
    void whatIsNoTokenOpensNothing(String authorization) {
        var refused = api.send(api.request("/api/patients")
                .header("Authorization", authorization)
                .GET());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("unauthenticated");
    }

    @Test
    void aTokenCountsInTheHeaderAlone() {
        var token = api.signIn(DemoClinic.EMAIL.value(), DemoSeed.KNOWN_PASSWORD.value())
                .json()
                .path("accessToken")
                .stringValue();

        assertThat(api.get("/api/patients?access_token=" + token).status()).isEqualTo(401);
        assertThat(api.send(api.request("/api/patients")
                                .header("Cookie", "access_token=" + token)
                                .GET())
                        .status())
                .isEqualTo(401);
        assertThat(api.send(api.request("/api/patients")
                                .header("Authorization", "bearer  " + token)
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWrongPasswordAnUnknownAddressAndADisabledAccountAreToldInTheSameWords() {
        var disabled = newAccount();
        api.bean(AccountAdministration.class).disable(new EmailAddress(disabled));

        var wrong = api.signIn(DemoClinic.EMAIL.value(), "not the password");
        var unknown = api.signIn("nobody@clinic.example", Api.PASSWORD);
        var shut = api.signIn(disabled, Api.PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown).usingRecursiveComparison().ignoringFields("headers").isEqualTo(wrong);
        assertThat(shut).usingRecursiveComparison().ignoringFields("headers").isEqualTo(wrong);
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void aFieldThatIsLeftOutIsNamed() {
        var refused = api.post("/api/auth/token", "{}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsEntry("email", "required")
                .containsEntry("password", "required")
                .hasSize(2);
        assertThat(api.post("/api/auth/refresh", "{}").errors()).containsEntry("refreshToken", "required");
    }

    @Test
    void aRefreshReplacesBothTokensAndASecondOneEndsTheSession() {
        var first = api.signIn(newAccount(), Api.PASSWORD);

        var second = refresh(first);

        assertThat(second.status()).isEqualTo(200);
        assertThat(api.as(first.json()).get("/api/me").status()).isEqualTo(401);
        assertThat(api.as(second.json()).get("/api/me").status()).isEqualTo(200);

        var again = refresh(first);

        assertThat(again.status()).isEqualTo(401);
        assertThat(api.as(second.json()).get("/api/me").status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
    }

    @Test
    void aRefreshAsksForNoAccessTokenNotEvenWhenOneIsSentThatIsNoLongerGood() {
        var first = api.signIn(newAccount(), Api.PASSWORD);
        var stale = api.as(first.json());
        refresh(first);

        var answer = stale.post("/api/auth/token", credentials(newAccount(), Api.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void whoSignsOutIsUnknownAtOnceAndNobodyElse() {
        var email = newAccount();
        var here = api.signIn(email, Api.PASSWORD);
        var there = api.as(api.signIn(email, Api.PASSWORD).json());

        var answer = api.as(here.json()).post("/api/auth/logout", "");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(api.as(here.json()).get("/api/me").status()).isEqualTo(401);
        assertThat(refresh(here).status()).isEqualTo(401);
        assertThat(there.get("/api/me").status()).isEqualTo(200);
    }

    /** Who asked a moment ago is known, and nevertheless looked after. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/patients",
                "/api/patients?limit=none",
                "/api/patients/00000000-0000-4000-8000-000000000000",
                "/api/patients/none",
                "/api/me",
                "/api/providers",
                "/api/schedule?date=2026-01-15",
                "/api/nothing"
            })
    void whoHasSignedOutReadsNothingMoreBeItAllowedOrNot(String path) {
        var tokens = api.signIn(newAccount(), Api.PASSWORD).json();
        var here = api.as(tokens);
        var before = here.get(path);
        assertThat(here.get(path).status()).isEqualTo(before.status()).isNotEqualTo(401);
        assertThat(here.post("/api/auth/logout", "").status()).isEqualTo(204);

        for (var i = 0; i < 3; i++) {
            var after = here.get(path);
            assertThat(after.status()).isEqualTo(401);
            assertThat(after.code()).isEqualTo("unauthenticated");
            assertThat(after.header("ETag")).isEmpty();
            assertThat(after.header("X-Request-Id")).isNotEmpty();
        }
    }

    @Test
    void aDisabledAccountIsShutForTheVeryNextRequest() {
        var email = newAccount();
        var signedIn = api.as(api.signIn(email, Api.PASSWORD).json());
        assertThat(signedIn.get("/api/me").status()).isEqualTo(200);

        api.bean(AccountAdministration.class).disable(new EmailAddress(email));

        assertThat(signedIn.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsProvider() {
        var email = newAccount();
        var signedIn = api.as(api.signIn(email, Api.PASSWORD).json());

        TestServer.admin("http_sign_in")
                .sql("delete from clinic.provider where email = :email")
                .param("email", email)
                .update();

        assertThat(signedIn.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void afterTooManyTriesEvenTheRightPasswordHasToWait() {
        var email = newAccount();
        for (var i = 0; i < 20; i++)
            assertThat(api.signIn(email, "wrong").status()).isEqualTo(401);

        var refused = api.signIn(email, Api.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(850, 900);
        assertThat(refused.body()).doesNotContain("retryAfter");
    }

    @Test
    void whoClaimsToComeFromElsewhereIsNotBelieved() {
        var email = newAccount();
        for (var i = 0; i < 20; i++) signInFrom("198.51.100." + i, email, "wrong");

        assertThat(signInFrom("198.51.100.99", email, Api.PASSWORD).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/auth/token/x",
        "GET,    /api/auth/token",
        "DELETE, /api/auth/token",
        "GET,    /",
        "GET,    /error",
        "GET,    /actuator",
        "GET,    /actuator/health/db",
        "GET,    /actuator/info",
        "GET,    /actuator/sbom",
        "GET,    /actuator/sbom/application",
        "GET,    /swagger-ui",
        "TRACE,  /api/patients",
        "OPTIONS,/api/patients"
    })
    void nothingElseIsOpen(String method, String path) {
        var refused = api.send(api.request(path).method(method, BodyPublishers.noBody()));

        assertThat(refused.status()).isIn(401, 405);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private String newAccount() {
        return DEMO.asNewProvider().get("/api/me").json().path("email").stringValue();
    }

    private Answer refresh(Answer tokens) {
        return api.post(
                "/api/auth/refresh",
                Api.JSON
                        .createObjectNode()
                        .put("refreshToken", tokens.json().path("refreshToken").stringValue()));
    }

    private Answer signInFrom(String address, String email, String password) {
        return api.send(api.request("/api/auth/token")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(credentials(email, password).toString())));
    }

    private static ObjectNode credentials(String email, String password) {
        return Api.JSON.createObjectNode().put("email", email).put("password", password);
    }
}
