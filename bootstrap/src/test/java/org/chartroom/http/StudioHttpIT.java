package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Who gets into the studio, with what, and what stays hidden there. */
class StudioHttpIT {

    private static final String DATABASE = "http_studio";

    /** Whatever a proxy on this machine says of the client counts, as behind one that ends TLS. */
    private static final Api CLINIC =
            Api.withDemo(DATABASE, "--chartroom.studio.enabled=true", "--chartroom.proxies=127.0.0.1");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @AfterAll
    static void stop() {
        CLINIC.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio/tallies",
                "/studio/tables/patient?sort=-last_name",
                "/studio/tables/patient/00000000-0000-8000-8000-de3005000000",
                "/studio/patients/00000000-0000-8000-8000-de3005000000/chart",
                "/studio/plans",
                "/studio/nothing"
            })
    void whoeverIsNotSignedInIsLedToTheDoorAndKnowsWhereToGoOn(String path) {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/studio/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    @Test
    void everyPageButTheDoorIsClosed() {
        var paths = CLINIC.beans(RequestMappingInfoHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/studio") && !path.equals("/studio/sign-in"))
                .toList();

        assertThat(paths).hasSizeGreaterThan(5).allSatisfy(path -> {
            var answer = get(path.replaceAll("\\{[a-z]+}", "x"));
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.body()).isEmpty();
        });
    }

    @Test
    void aPageWhoseSessionIsOverGoesToTheDoorItself() {
        var answer =
                send(request("/studio/tallies").header("HX-Request", "true").GET());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/studio/sign-in");
    }

    @Test
    void aSessionIsInCookiesThatNoScriptReadsAndNoOtherSiteSends() {
        signIn();

        assertThat(cookies.getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .contains("chartroom-access", "chartroom-refresh");
        assertThat(setCookies(post("/studio/sign-in", credentials(DemoSeed.KNOWN_PASSWORD.value()))))
                .filteredOn(cookie -> cookie.contains("access=") || cookie.contains("refresh="))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("; Secure", "; Domain", "; Max-Age"));
    }

    @Test
    void behindTlsTheyAreTiedToTheHost() {
        var page = send(
                request("/studio/sign-in").header("X-Forwarded-Proto", "https").GET());
        var csrf = setCookies(page).getFirst();
        var signedIn = send(request("/studio/sign-in")
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", csrf.split(";", 2)[0])
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form(with(credentials(DemoSeed.KNOWN_PASSWORD.value()), "_csrf", token(page))))));

        assertThat(csrf).startsWith("__Host-chartroom-csrf=").contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(setCookies(signedIn))
                .filteredOn(cookie -> cookie.contains("access=") || cookie.contains("refresh="))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure", "; Path=/"));
        assertThat(signedIn.headers().firstValue("Location")).contains("/studio");
    }

    @Test
    void fromElsewhereWithoutTlsNobodySignsIn() {
        var page = send(request("/studio/sign-in")
                .header("X-Forwarded-For", "203.0.113.7")
                .GET());

        assertThat(page.body()).contains("not encrypted").doesNotContain("type=\"password\"");
        var form = get("/studio/sign-in");
        var answer = send(request("/studio/sign-in")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Cookie", "__Host-chartroom-csrf=" + cookie("chartroom-csrf"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form(with(credentials(DemoSeed.KNOWN_PASSWORD.value()), "_csrf", token(form))))));
        assertThat(answer.headers().firstValue("Location")).contains("/studio/sign-in");
        assertThat(setCookies(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studio/sign-in", "/studio/sign-out", "/studio/veil"})
    void aFormOfAnotherSiteIsNotTaken(String path) {
        signIn();

        var answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(credentials(DemoSeed.KNOWN_PASSWORD.value())))));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(get("/studio").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsToldWithoutAWordOfWhatWasWrong() {
        get("/studio/sign-in");

        var answer = post("/studio/sign-in", credentials("not this one"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/studio/sign-in?told=wrong");
        assertThat(get("/studio/sign-in?told=wrong").body()).contains("No account is open");
        assertThat(get("/studio").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/studio\\evil",
                "/studio@evil.example",
                "/studio/../api",
                "/studio//evil\r\nX: y",
                "/studio/%2E%2e/docs",
                "/studio?{x}",
                "/api/me"
            })
    void nobodyIsLedElsewhere(String next) {
        get("/studio/sign-in");

        var answer = post("/studio/sign-in", with(credentials(DemoSeed.KNOWN_PASSWORD.value()), "next", next));

        assertThat(answer.headers().firstValue("Location")).contains("/studio");
    }

    @Test
    void theSessionGoesOnWhenTheAccessTokenIsOverAndEndsWithSigningOut() {
        signIn();
        var old = cookie("chartroom-access");
        loseAccessToken();

        assertThat(get("/studio").statusCode()).isEqualTo(200);
        var fresh = cookie("chartroom-access");
        assertThat(fresh).isNotEqualTo(old);
        assertThat(post("/studio/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(get("/studio").statusCode()).isEqualTo(302);
        var stolen = send(
                request("/studio").header("Cookie", "chartroom-access=" + fresh).GET());
        assertThat(stolen.statusCode()).isEqualTo(302);
    }

    @Test
    void signingOutEndsTheSessionThoughTheAccessTokenIsOver() {
        signIn();
        var refresh = cookie("chartroom-refresh");
        loseAccessToken();

        var out = post("/studio/sign-out", Map.of());

        assertThat(out.headers().firstValue("Location")).contains("/studio/sign-in?told=signed-out");
        assertThat(send(request("/studio")
                                .header("Cookie", "chartroom-refresh=" + refresh)
                                .GET())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aFormOfAnotherSiteDoesNotEvenRefreshTheSession() {
        signIn();
        loseAccessToken();

        var answer = send(request("/studio/veil").POST(BodyPublishers.ofString("down=true")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(setCookies(answer)).isEmpty();
    }

    private void loseAccessToken() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("chartroom-access"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    @Test
    void whatCannotBeReadIsNoFailureOfTheServer() {
        assertThat(get("/studio/sign-in?next=%ff").statusCode()).isEqualTo(400);
        assertThat(Api.demo().get("/api/patients?name=%ff").status()).isEqualTo(400);
        assertThat(send(request("/studio/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("email=%zz")))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            column=status&comparison=equals&value=Completed    | ?filter=status.equals.completed
            column=id&comparison=equals&value=                 | ?refused=filter
            column=status&comparison=before&value=x            | ?refused=filter
            column=reason&comparison=starts_with&value=a%26b%25 | ?filter=reason.starts_with.a%26b%25
            sort=status&column=id&comparison=equals&value=x    | ?sort=status&refused=filter
            show=id&show=status                                | ?hide=patient_id,provider_id,appointment_date,appointment_type,reason,notes,created_at,updated_at
            """)
    void aFormLeadsToAnAddressThatCanBeShared(String form, String address) {
        signIn();

        var answer = get("/studio/tables/appointment?" + form);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/studio/tables/appointment" + address);
        var page = get("/studio/tables/appointment" + address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().contains("role=\"alert\"")).isEqualTo(address.contains("refused"));
    }

    @Test
    void hidingNamesLeavesNoneInTheAddressEither() {
        signIn();

        var answer = post(
                "/studio/veil",
                Map.of("down", "true", "back", "/studio/tables/patient?filter=last_name.equals.Okafor"));

        assertThat(answer.headers().firstValue("Location")).contains("/studio/tables/patient");
    }

    @Test
    void anotherProvidersRowIsRefusedInTheTrailHoweverItsPathIsWritten() {
        signIn();
        var id = UUID.randomUUID();

        var answer = get("/studio/t%61bles/patient/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestServer.admin(DATABASE)
                        .sql("select count(*) from audit.event where object_id = :id and outcome = 'not-found'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theCookieOpensNothingBeside() {
        signIn();

        var api = get("/api/me");

        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void whatIsAnothersAndWhatIsNotThereAreTheSameToTheByte() {
        var theirs = CLINIC.asNewProvider().newPatient();
        var nobodys = UUID.randomUUID();
        signIn();

        for (var path :
                List.of("/studio/tables/patient/%s", "/studio/patients/%s/chart", "/studio/tables/patient?after=%s")) {
            var other = get(path.formatted(theirs));
            var none = get(path.formatted(nobodys));
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(other.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(other.body()).isEqualTo(none.body());
        }
        assertThat(TestServer.admin(DATABASE)
                        .sql(
                                "select outcome from audit.event where object_id = :id::uuid and kind = 'patient' and action = 'read'")
                        .param("id", theirs)
                        .query(String.class)
                        .list())
                .as("whoever reaches for another's is told of")
                .containsExactly("not-found", "not-found");
        assertThat(get("/studio/tables/patient").body()).doesNotContain(theirs);
        assertThat(get("/studio/tables/allergy?filter=patient_id.equals." + theirs)
                        .body())
                .contains("No row");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /studio/tables/patient?filter=last_name.before.x,      400
            /studio/tables/patient?filter=last_name,               400
            /studio/tables/patient?filter=id.equals.x,             400
            /studio/tables/patient?sort=city,                      400
            /studio/tables/patient?limit=0,                        400
            /studio/tables/patient?limit=x,                        400
            /studio/tables/patient?after=x,                        400
            /studio/tables/patient?sort=password_hash,             404
            /studio/tables/provider?filter=password_hash.equals.x, 404
            /studio/tables/session,                                404
            /studio/tables/patient/x,                              400
            /studio/plans/pg_class_oid_index,                      404
            /studio/assets/map.html,                               404
            /studio/assets/..%2fmap.html,                          400
            """)
    void whatDoesNotFitIsAPageThatSaysSo(String path, int status) {
        signIn();

        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("xception", "select");
    }

    @Test
    void noPageHasThePasswordsHash() {
        var hash = TestServer.admin(DATABASE)
                .sql("select password_hash from clinic.provider where email = :email")
                .param("email", DemoClinic.EMAIL.value())
                .query(String.class)
                .single();
        var id = CLINIC.myId();
        signIn();

        for (var path : List.of("/studio", "/studio/tables/provider", "/studio/tables/provider/" + id))
            assertThat(get(path).body()).as(path).doesNotContain(hash, hash.substring(0, 20));
    }

    @Test
    void whoeverLooksAtAPatientIsOnTheListOfThoseWhoDid() {
        var patient = CLINIC.newPatient();
        signIn();

        get("/studio/patients/" + patient + "/chart");
        get("/studio/tables/patient/" + patient);

        assertThat(CLINIC.get("/api/patients/" + patient + "/accesses?limit=2")
                        .json()
                        .path("items")
                        .valueStream())
                .extracting(access -> access.path("kind").stringValue())
                .containsExactly("patient", "chart");
        CLINIC.delete(
                "/api/patients/" + patient,
                CLINIC.get("/api/patients/" + patient).header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            pico.min.css, text/css
            studio.css,   text/css
            htmx.min.js,  text/javascript
            studio.js,    text/javascript
            icon.svg,     image/svg+xml
            """)
    void whatPagesLoadIsThereForEverybody(String file, String type) {
        var answer = get("/studio/assets/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age");
    }

    @Test
    void aPageAllowsNoScriptOfItsOwnAndIsKeptNowhere() {
        signIn();

        var page = get("/studio");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body())
                .doesNotContain(" style=", "<style", "onclick")
                .doesNotContainPattern("<script>|<script [^>]*>[^<]");
    }

    @Test
    void whereItIsNotEnabledThereIsNothing() {
        var anybody = Api.demo().anonymous();

        for (var path : List.of("/studio", "/studio/sign-in", "/studio/tables/patient", "/studio/assets/studio.css")) {
            assertThat(anybody.get(path).status()).as(path).isEqualTo(404);
            assertThat(Api.demo().get(path).code()).isEqualTo("not-found");
        }
        assertThat(Api.demo().beans(Object.class))
                .noneMatch(bean -> bean.getClass().getName().startsWith("org.chartroom.studio."));
    }

    private void signIn() {
        get("/studio/sign-in");
        assertThat(post("/studio/sign-in", credentials(DemoSeed.KNOWN_PASSWORD.value()))
                        .statusCode())
                .isEqualTo(302);
    }

    private static Map<String, String> credentials(String password) {
        return Map.of("email", DemoClinic.EMAIL.value(), "password", password);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    /** A form of a page of ours, whatever page that is. */
    private HttpResponse<String> post(String path, Map<String, String> fields) {
        var page = get("/studio/sign-in");
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(with(fields, "_csrf", token(page))))));
    }

    private static String token(HttpResponse<String> page) {
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<String> setCookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + CLINIC.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
