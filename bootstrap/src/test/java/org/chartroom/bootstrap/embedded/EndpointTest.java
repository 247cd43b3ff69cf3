package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointTest {
    private final Endpoint endpoint = new Endpoint("127.0.0.1", 5433, "postgres", "s3cr3t");

    @Test
    void anEndpointDoesNotPrintItsPassword() {
        assertThat(endpoint).hasToString("postgres@127.0.0.1:5433");
    }

    @Test
    void theUrlCarriesNoPasswordAndAnswersScramOnly() {
        assertThat(endpoint.jdbcUrl("chartroom"))
                .isEqualTo("jdbc:postgresql://127.0.0.1:5433/chartroom?requireAuth=scram-sha-256");
    }
}
