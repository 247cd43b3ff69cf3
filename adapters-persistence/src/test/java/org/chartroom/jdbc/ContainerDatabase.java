package org.chartroom.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A database on a PostgreSQL as operators run it, one major version behind the embedded, with the roles and nothing else
 * in it. One account does everything, as with most operators.
 */
public final class ContainerDatabase {

    private static final AtomicInteger CREATED = new AtomicInteger();

    private final String name;

    private ContainerDatabase(String name) {
        this.name = name;
    }

    /** Skips the test, and says so, where no container engine answers. */
    public static ContainerDatabase create() {
        var answers = DockerClientFactory.instance().isDockerAvailable();
        if (!answers) System.out.println("SKIPPED: no container engine answers");
        assumeTrue(answers, "no container engine answers");
        var name = "test_" + CREATED.incrementAndGet();
        JdbcClient.create(connect("postgres", ""))
                .sql("create database " + name)
                .update();
        var database = new ContainerDatabase(name);
        new Roles(database.account()).prepare(Server.POSTGRES.getUsername(), Server.POSTGRES.getUsername());
        return database;
    }

    /** The account as it signs in. */
    public DataSource account() {
        return connect(name, "");
    }

    /** As the application works. */
    public DataSource app() {
        return connect(name, "-c role=" + Roles.APP);
    }

    private static DataSource connect(String database, String options) {
        var source = new PGSimpleDataSource();
        source.setUrl(Server.POSTGRES.getJdbcUrl());
        source.setDatabaseName(database);
        source.setUser(Server.POSTGRES.getUsername());
        source.setPassword(Server.POSTGRES.getPassword());
        source.setOptions(options);
        return source;
    }

    /** Started by the first test that needs it; ends with this JVM. */
    private static final class Server {

        static final PostgreSQLContainer POSTGRES = start();

        private static PostgreSQLContainer start() {
            var container = new PostgreSQLContainer("postgres:17-alpine");
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return container;
        }
    }
}
