package org.chartroom.bootstrap;

import java.util.Map;
import java.util.regex.Pattern;
import org.chartroom.http.MetricsToken;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Decides, before any bean is made, whether metrics are kept: where somebody has the token to read them, and else none. */
public final class MetricsSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** As a header carries it, and longer than anybody tries out. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{32,}");

    /** @throws RefusedSetting when the token is none that is hard to guess */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var token = settings.getProperty("chartroom.metrics.token", "").strip();
        if (!token.isEmpty() && !TOKEN.matcher(token).matches())
            throw new RefusedSetting(
                    "chartroom.metrics.token (CHARTROOM_METRICS_TOKEN) is shorter than 32 characters,"
                            + " or has others in it than ASCII's without spaces. openssl rand -hex 32 writes one that will do.");
        settings.getPropertySources()
                .addFirst(new MapPropertySource("metrics", Map.of(MetricsToken.ENABLED, !token.isEmpty())));
    }
}
