package org.chartroom.bootstrap;

import java.nio.file.Path;
import org.chartroom.bootstrap.embedded.Home;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.AuditorJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pool over the clinic's database; whether that is embedded or not, the pool is Spring Boot's and the same. Beside it,
 * the ways to patient data and to the audit trail.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails connectionDetails(ClinicDatabase database) {
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public @Nullable String getUsername() {
                return database.pool().user();
            }

            @Override
            public @Nullable String getPassword() {
                return database.pool().password();
            }
        };
    }

    @Bean
    ActorJdbc actorJdbc(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        return new ActorJdbc(jdbc, batches);
    }

    @Bean
    AuditorJdbc auditorJdbc(ClinicDatabase database) {
        return new AuditorJdbc(database.auditor());
    }

    @Bean
    FileOfSeals fileOfSeals(ClinicDatabase database, ClinicSettings settings) {
        var folder = settings.audit().seals();
        if (!folder.isBlank()) return new FileOfSeals(Path.of(folder).toAbsolutePath());
        var name = database.isEmbedded() ? "audit-seals" : "audit-seals-external";
        return new FileOfSeals(Home.ofThisProcess().directory().resolve(name));
    }
}
