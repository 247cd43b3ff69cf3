package org.chartroom.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.chartroom.bootstrap.embedded.Home;
import org.chartroom.jdbc.AccompaniedDataSource;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.AuditorJdbc;
import org.chartroom.jdbc.PostgresExceptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.SQLExceptionTranslator;

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

    /** Around Spring Boot's pool, so that whoever asks for a connection gets one that takes statements along. */
    @Bean
    static BeanPostProcessor accompaniedPool() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getDataSource() == null)
                    pool.setDataSource(InsistentDataSource.of(pool));
                return bean;
            }

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new AccompaniedDataSource(pool) : bean;
            }
        };
    }

    @Bean
    SQLExceptionTranslator postgresExceptions() {
        return new PostgresExceptions();
    }

    @Bean
    ActorJdbc actorJdbc(DataSource pool) {
        return new ActorJdbc((AccompaniedDataSource) pool);
    }

    @Bean
    AuditorJdbc auditorJdbc(ClinicDatabase database) {
        return new AuditorJdbc(database.auditor());
    }

    @Bean
    FileOfSeals fileOfSeals(ClinicDatabase database, ClinicSettings settings) {
        return new FileOfSeals(folderOfSeals(database.isEmbedded(), settings));
    }

    static Path folderOfSeals(boolean embedded, ClinicSettings settings) {
        var folder = settings.audit().seals();
        if (!folder.isBlank()) return Path.of(folder).toAbsolutePath();
        var name = embedded ? "audit-seals" : "audit-seals-external";
        return Home.ofThisProcess().directory().resolve(name);
    }

    @Bean
    ClinicBackups clinicBackups(
            ObjectProvider<ClinicDatabase> database, Environment environment, ClinicSettings settings) {
        return new ClinicBackups(database, environment, settings);
    }
}
