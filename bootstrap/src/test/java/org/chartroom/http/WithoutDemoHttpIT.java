package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartroom.bootstrap.demo.DemoSeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WithoutDemoHttpIT {

    private static final Api API = Api.empty("http_without_demo");

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void anExternalDatabaseIsMigratedButNotSeededAndNobodyActsUntilItIs() {
        var before = API.get("/api/patients");
        API.bean(DemoSeed.class).seed();
        var after = API.get("/api/patients");

        assertThat(before.status()).isEqualTo(503);
        assertThat(before.code()).isEqualTo("temporarily-unavailable");
        assertThat(before.header("Retry-After")).isEqualTo("5");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().path("items")).hasSize(5);
    }
}
