package org.chartroom.bootstrap;

import java.net.InetAddress;
import java.time.Clock;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.chartroom.audit.application.Sealing;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.chartroom.http.Pages;
import org.chartroom.idempotency.application.AnswerUpkeep;
import org.chartroom.provider.application.SessionUpkeep;
import org.chartroom.studio.domain.Demo;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** What happens when the server starts, before it takes the first request. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final Log LOG = LogFactory.getLog(ServerConfiguration.class);

    @Bean
    @Profile("!" + Rehearsal.PROFILE)
    ClinicDatabase clinicDatabase(Environment settings) {
        return ClinicDatabase.toServe(settings);
    }

    /** Brings the tables to the newest version; the embedded database gets the demo clinic while nobody can enter it. */
    @Bean
    @Profile("!" + Rehearsal.PROFILE)
    SmartInitializingSingleton preparedDatabase(ClinicDatabase database, DemoSeed demo) {
        return () -> {
            var applied = database.migrate();
            if (!applied.isEmpty()) LOG.info("Database migrated, versions " + applied);
            if (database.isEmbedded() && !demo.isOpen()) LOG.info(demo.seed(DemoSeed.KNOWN_PASSWORD));
        };
    }

    /** A demo clinic is on the embedded database alone. */
    @Bean
    @ConditionalOnBooleanProperty(Pages.ENABLED)
    Demo demoShown(ClinicDatabase database) {
        return new Demo(database.isEmbedded());
    }

    @Bean
    Upkeep upkeep(Sealing sealing, SessionUpkeep sessions, AnswerUpkeep answers) {
        return new Upkeep(sealing, sessions, answers);
    }

    @Bean
    BackupSchedule backupSchedule(
            ClinicDatabase database, ClinicBackups backups, ClinicSettings settings, Clock clock) {
        return new BackupSchedule(database, backups, settings.backup(), clock);
    }

    /** Whose word counts for where a request comes from: nobody's, but for the proxies that are named. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> namedProxies(ClinicSettings settings) {
        var proxies = settings.proxies();
        return server -> {
            if (proxies.isEmpty()) return;
            var valve = new RemoteIpValve();
            valve.setInternalProxies(
                    proxies.stream().map(ServerConfiguration::network).collect(Collectors.joining(",")));
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowClients() {
        return server -> server.setProtocol(PunctualProtocol.class.getName());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheContainer() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host)
                host.setErrorReportValveClass(ProblemValve.class.getName());
        });
    }

    /** With its length, without which Tomcat takes the text for a regular expression. */
    private static String network(String proxy) {
        if (proxy.contains("/")) return proxy;
        return proxy + (proxy.contains(":") ? "/128" : "/32");
    }

    /** Once readiness says so as well. */
    @EventListener
    void tellWhere(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC
                || !(change.getSource() instanceof WebServerApplicationContext context)
                || !(context.getWebServer() instanceof TomcatWebServer server)) return;
        var connector = server.getTomcat().getConnector();
        var address =
                connector.getProperty("address") instanceof InetAddress bound ? bound.getHostAddress() : "0.0.0.0";
        LOG.info("Chartroom serves on %s://%s:%d/api".formatted(connector.getScheme(), address, server.getPort()));
    }
}
