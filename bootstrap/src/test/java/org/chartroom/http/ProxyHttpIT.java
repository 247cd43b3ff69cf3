package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy whose word counts. */
class ProxyHttpIT {

    private static final Api API = Api.empty(
            "http_proxy", "--chartroom.proxies=127.0.0.1,10.1.0.0/16", "--chartroom.sign-in.throttle.per-address=2");

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void triesCountForTheMachineThatTheProxySaw() {
        assertThat(tryFrom("198.51.100.1")).isEqualTo(401);
        assertThat(tryFrom("198.51.100.1")).isEqualTo(401);
        assertThat(tryFrom("198.51.100.1")).isEqualTo(429);
        assertThat(tryFrom("198.51.100.2")).isEqualTo(401);
    }

    @Test
    void whatTheMachineItselfClaimedBeforeTheProxyIsNotBelieved() {
        assertThat(tryFrom("192.0.2.1, 198.51.100.3")).isEqualTo(401);
        assertThat(tryFrom("192.0.2.2, 198.51.100.3")).isEqualTo(401);
        assertThat(tryFrom("192.0.2.3, 198.51.100.3, 10.1.2.3")).isEqualTo(429);
    }

    @Test
    void aProxyThatPassesOnNoAddressIsToldSo() {
        assertThat(tryFrom("unknown")).isEqualTo(400);
    }

    private static int tryFrom(String forwardedFor) {
        return API.send(API.request("/api/auth/token")
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", forwardedFor)
                        .POST(BodyPublishers.ofString("{\"email\": \"nobody@clinic.example\", \"password\": \"x\"}")))
                .status();
    }
}
