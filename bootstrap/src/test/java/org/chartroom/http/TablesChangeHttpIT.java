package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.chartroom.bootstrap.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TablesChangeHttpIT {

    private static final Api API = Api.withDemo("http_tables_change");

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void tablesThatChangeUnderARunningServerCostARetryAndNoMore() {
        for (var i = 0; i < 200; i++) API.get("/api/patients"); // until statements are prepared on the server

        TestServer.admin("http_tables_change")
                .sql("alter table clinic.patient alter column phone type varchar")
                .update();
        var answers = IntStream.range(0, 200)
                .map(_ -> API.get("/api/patients").status())
                .boxed()
                .toList();

        assertThat(answers).contains(503).containsOnly(200, 503).endsWith(200);
    }
}
