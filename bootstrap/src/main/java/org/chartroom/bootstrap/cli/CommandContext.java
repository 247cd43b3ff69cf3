package org.chartroom.bootstrap.cli;

import org.chartroom.bootstrap.ClinicConfiguration;
import org.chartroom.bootstrap.ClinicDatabase;
import org.chartroom.bootstrap.DatabaseConfiguration;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * What of the application a command needs: its settings, its database and the use cases of the operator, without web, and
 * each part made only when it is asked for. No stereotype, so that the server's scan passes it by.
 */
@Import({ClinicConfiguration.class, DatabaseConfiguration.class, DemoSeed.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan({
    "org.chartroom.audit.application",
    "org.chartroom.audit.persistence",
    "org.chartroom.provider.application",
    "org.chartroom.provider.persistence",
    "org.chartroom.patient.persistence",
    "org.chartroom.appointment.persistence",
    "org.chartroom.record.persistence"
})
class CommandContext {

    @Bean
    ClinicDatabase clinicDatabase(Environment settings) {
        return ClinicDatabase.toCommand(settings);
    }

    /** Closing it stops an embedded database that it started. */
    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(CommandContext.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run();
    }
}
