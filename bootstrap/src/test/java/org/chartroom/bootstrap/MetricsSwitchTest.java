package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class MetricsSwitchTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                                   false
            '  ',                                 false
            0123456789abcdef0123456789abcdef,     true
            ' 0123456789abcdef0123456789abcdef ', true
            """)
    void metricsAreKeptWhereSomebodyHasTheTokenToReadThem(String token, boolean kept) {
        assertThat(keptWith(token)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef 0123456789abcdef",
                "0123456789abcdef0123456789abcdefé"
            })
    void aTokenThatIsEasyToGuessOrThatNoHeaderCarriesIsRefused(String token) {
        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> keptWith(token))
                .withMessageContainingAll("CHARTROOM_METRICS_TOKEN", "openssl rand -hex 32")
                .withMessageNotContaining(token);
    }

    private static Boolean keptWith(String token) {
        try (var context = new GenericApplicationContext()) {
            var settings = context.getEnvironment();
            settings.getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("chartroom.metrics.token", token)));

            new MetricsSwitch().initialize(context);

            return settings.getRequiredProperty("management.prometheus.metrics.export.enabled", Boolean.class);
        }
    }
}
