package org.chartroom.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives before the application is asked, and around it. */
class ContainerHttpIT {

    private final Api api = Api.demo();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/patients?name=[x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/patients/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/..;/me HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/%2e%2e/me HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET //api/me HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api\\me HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/me HTTP/1.1\r\n\r\n",
                "GET /api/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /api/me HTTP/9.9\r\nHost: a\r\n\r\n",
                "POST /api/auth/token HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /api/auth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nx",
                "POST /api/auth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "GET /api/me HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n"
            })
    void whatIsNoRequestIsAProblemWithoutAWordOfWhatRefusesIt(String request) throws IOException {
        var answer = raw(request);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|50[15]).*");
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "java.", "exception", "<html", "\tat ");
        assertThat(bodyOf(answer))
                .satisfiesAnyOf(
                        body -> assertThat(body).isEmpty(),
                        body -> assertThat(answer).contains("Content-Type: application/problem+json"));
    }

    @Test
    void aHeaderThatIsTooLongIsAProblem() throws IOException {
        var answer = raw("GET /api/me HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Type: application/problem+json");
        assertThat(Api.JSON.readTree(bodyOf(answer)).path("code").stringValue()).isEqualTo("malformed-request");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItsLengthIsToldOrNot() {
        var bytes = new byte[10 * 1024 * 1024];
        Arrays.fill(bytes, (byte) ' ');

        var told = api.send(api.request("/api/patients")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes)));
        var chunked = api.send(api.request("/api/patients")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));

        assertThat(told.status()).isEqualTo(413);
        assertThat(told.code()).isEqualTo("too-large");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("too-large");
    }

    @Test
    void partsAreNotTakenApart() {
        var part = "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n" + "x".repeat(3 << 20)
                + "\r\n--x--\r\n";

        var refused = api.send(api.request("/api/auth/token")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(part.getBytes(ISO_8859_1)))));

        assertThat(refused.status()).isEqualTo(415);
    }

    @Test
    void aLongTextInAFieldIsRefusedByItsBodyToo() {
        var body = Api.minimalPatient().put("notes", "x".repeat(3 * 1024 * 1024));

        var refused = api.send(api.request("/api/patients")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.toString().getBytes(ISO_8859_1)))));

        assertThat(refused.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15_000})
    void anAnswerIsSentWholeAndTellsItsLength(int notes) {
        var body = Api.minimalPatient().put("notes", "x".repeat(notes));
        var made = api.post("/api/patients", body);
        var read = api.get(made.header("Location"));
        var refused = api.anonymous().get("/api/me");

        assertThat(Stream.of(made, read))
                .allSatisfy(answer -> assertThat(answer.header("ETag")).isNotEmpty());
        assertThat(Stream.of(made, read, refused))
                .allSatisfy(answer -> assertThat(answer.header("Content-Length"))
                        .isEqualTo(Integer.toString(answer.body().length())));
    }

    @Test
    void aLongAnswerIsSentWhileItIsWritten() {
        var made = api.post("/api/patients", Api.minimalPatient().put("notes", "x".repeat(20_000)));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(made.json().path("notes").stringValue()).hasSize(20_000);
    }

    @Test
    void aBodyJustBelowTheLimitIsRead() {
        var body = Api.minimalPatient().put("notes", "x".repeat(2 * 1024 * 1024 - 1000));

        var refused = api.post("/api/patients", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("notes", "too-long");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 5_000})
    void jsonThatIsTooDeepIsRefused(int depth) {
        var refused = api.post("/api/patients", "{\"notes\": " + "[".repeat(depth) + "]".repeat(depth) + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/merge-patch+json",
                "application/vnd.chartroom+json",
                "application/x-www-form-urlencoded",
                "text/json",
                "multipart/form-data; boundary=x",
                "nonsense"
            })
    void onlyJsonItselfIsTaken(String type) {
        var refused = api.send(api.request("/api/patients")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(Api.minimalPatient().toString())));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void everyAnswerIsToldNotToBeKeptSniffedOrFramed() {
        for (var answer : new Api.Answer[] {
            api.get("/api/patients"), api.get("/api/nothing"), api.anonymous().get("/api/patients")
        }) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void noOtherOriginIsLetIn() throws IOException {
        var simple = raw(
                "GET /actuator/health HTTP/1.1\r\nHost: a\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n");
        var preflight = raw(
                "OPTIONS /api/patients HTTP/1.1\r\nHost: a\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: GET\r\nConnection: close\r\n\r\n");

        assertThat(simple).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("Access-Control-Allow");
        assertThat(preflight).startsWith("HTTP/1.1 401").doesNotContainIgnoringCase("Access-Control-Allow");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
