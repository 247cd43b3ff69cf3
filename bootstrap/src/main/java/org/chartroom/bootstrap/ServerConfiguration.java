package org.chartroom.bootstrap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.chartroom.provider.application.out.Providers;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** What happens when the server starts, before it takes the first request. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final Log LOG = LogFactory.getLog(ServerConfiguration.class);

    @Bean
    ClinicDatabase clinicDatabase(Environment settings) {
        return ClinicDatabase.toServe(settings);
    }

    /** Brings the tables to the newest version; the embedded database gets the demo clinic while it has no Dr. Demo. */
    @Bean
    SmartInitializingSingleton preparedDatabase(ClinicDatabase database, Providers providers, DemoSeed demo) {
        return () -> {
            var applied = database.migrate();
            if (!applied.isEmpty()) LOG.info("Database migrated, versions " + applied);
            if (database.isEmbedded() && providers.find(DemoClinic.PROVIDER).isEmpty()) LOG.info(demo.seed());
        };
    }

    @EventListener
    void tellWhere(WebServerInitializedEvent started) {
        LOG.info("Chartroom serves on http://127.0.0.1:%d/api"
                .formatted(started.getWebServer().getPort()));
    }
}
