package org.chartroom.bootstrap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.chartroom.http.MetricsToken;
import org.chartroom.jdbc.Schema.Status.Applied;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the server tells of itself beside what Spring Boot's parts do ({@code docs/metrics.md}). Nothing of it asks the
 * database when it is read: it costs little, and is told while the database is away.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(MetricsToken.ENABLED)
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsConfiguration {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    @Bean
    MetricsToken metricsToken(MetricsSettings settings) {
        return new MetricsToken(settings.token().strip());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> timedRequests(MeterRegistry registry) {
        return server -> server.addEngineValves(new RequestTimes(registry));
    }

    @Bean
    MeterBinder upkeepMetrics(Upkeep upkeep) {
        return registry -> {
            Gauge.builder("chartroom.audit.seal.lag", upkeep, it -> it.sealLag().toNanos() / NANOS)
                    .baseUnit("seconds")
                    .description("How long ago it was that every event of the audit trail was sealed")
                    .register(registry);
            upkeep.tasks().forEach(task -> tell(task, registry));
        };
    }

    @Bean
    MeterBinder backupMetrics(BackupSchedule schedule, Clock clock) {
        return registry -> {
            Gauge.builder(
                            "chartroom.backup.age",
                            schedule,
                            it -> it.newest()
                                    .map(begun -> Duration.between(begun, clock.instant())
                                                    .toNanos()
                                            / NANOS)
                                    .orElse(Double.NaN))
                    .baseUnit("seconds")
                    .description("How long ago the newest backup began; NaN where there is none, or no folder for any")
                    .register(registry);
            schedule.tasks().forEach(task -> tell(task, registry));
        };
    }

    private static void tell(Upkeep.Task task, MeterRegistry registry) {
        Gauge.builder("chartroom.upkeep.failing", task, it -> it.isFailing() ? 1 : 0)
                .tag("task", task.name())
                .description("1 where what the server does by itself failed the last time, else 0")
                .register(registry);
    }

    /** Of the start: as long as a server runs, the tables stay as they are. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> schemaMetrics(ClinicDatabase database, MeterRegistry registry) {
        return _ -> {
            var version = database.schema().status().applied().stream()
                    .map(Applied::version)
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
            Gauge.builder("chartroom.schema.version", () -> version)
                    .description("The newest migration of the database, when the server started")
                    .register(registry);
        };
    }
}
