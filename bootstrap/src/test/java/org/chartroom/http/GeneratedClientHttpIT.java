package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import client.ApiClient;
import client.ApiException;
import client.api.PatientApi;
import client.model.PatientBody;
import org.junit.jupiter.api.Test;

class GeneratedClientHttpIT {

    @Test
    void compiles() throws ApiException {
        var client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + Api.demo().port());
        client.setRequestInterceptor(request -> Api.demo().sign(request));
        assertThat(new PatientApi(client)
                        .patients(null, null, null, null, null, null, null)
                        .getItems())
                .isNotEmpty();
        assertThat(new PatientBody()).isNotNull();
    }
}
