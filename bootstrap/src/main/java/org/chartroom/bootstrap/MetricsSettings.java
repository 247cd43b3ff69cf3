package org.chartroom.bootstrap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The figures of the running server; {@link MetricsSwitch} decides.
 *
 * @param token what a client bears to read them at /actuator/prometheus, 32 characters or more; when blank none are kept
 */
@ConfigurationProperties("chartroom.metrics")
record MetricsSettings(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return "MetricsSettings[]";
    }
}
