package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartroom.bootstrap.demo.DemoClinic;
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
    void anExternalDatabaseIsMigratedButNotSeeded() {
        var nobody = API.signIn(DemoClinic.EMAIL.value(), DemoSeed.KNOWN_PASSWORD.value());
        var seeded = API.seeded();

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(seeded.get("/api/patients").json().path("items")).hasSize(5);
    }
}
