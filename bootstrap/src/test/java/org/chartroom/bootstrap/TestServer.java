package org.chartroom.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Endpoint;
import org.chartroom.bootstrap.embedded.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL for all integration tests of this module, and as many empty databases in it as they ask for. */
public final class TestServer {

    /** Lasts from build to build until {@code clean}, so that the programs are unpacked once. */
    public static final Path BINARIES = Path.of("target", "postgresql").toAbsolutePath();

    /** Of this run: the names of databases come again, their trails do not. */
    private static final Path SEALS =
            Path.of("target", "audit-seals", UUID.randomUUID().toString()).toAbsolutePath();

    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    /** A database of its own, as arguments of the application: external, with one account for everything. */
    public static List<String> database(String name) {
        admin("postgres")
                .sql("drop database if exists " + name + " with (force)")
                .update();
        admin("postgres").sql("create database " + name).update();
        return existing(name);
    }

    /** A database that is there, for one node more. */
    public static List<String> existing(String name) {
        return existing(name, SERVER.endpoint());
    }

    /** The same by way of a proxy. */
    public static List<String> existing(String name, PostgresProxy proxy) {
        return existing(name, by(proxy));
    }

    private static Endpoint by(PostgresProxy proxy) {
        var endpoint = SERVER.endpoint();
        return new Endpoint("127.0.0.1", proxy.port(), endpoint.user(), endpoint.password());
    }

    private static List<String> existing(String name, Endpoint endpoint) {
        return List.of(
                "--spring.datasource.url=" + endpoint.jdbcUrl(name),
                "--spring.datasource.username=" + endpoint.user(),
                "--spring.datasource.password=" + endpoint.password(),
                "--chartroom.audit.seals=" + SEALS.resolve(name));
    }

    /** A way to the server on which every message is heard. */
    public static PostgresProxy proxy(Supplier<PostgresProxy.Listener> listeners) {
        return new PostgresProxy(SERVER.endpoint().host(), SERVER.endpoint().port(), listeners);
    }

    /** The same as environment of a process. */
    public static Map<String, String> environment(String name) {
        database(name);
        return environment(name, SERVER.endpoint());
    }

    /** The same by way of a proxy. */
    public static Map<String, String> environment(String name, PostgresProxy proxy) {
        database(name);
        return environment(name, by(proxy));
    }

    private static Map<String, String> environment(String name, Endpoint endpoint) {
        return Map.of(
                "SPRING_DATASOURCE_URL", endpoint.jdbcUrl(name),
                "SPRING_DATASOURCE_USERNAME", endpoint.user(),
                "SPRING_DATASOURCE_PASSWORD", endpoint.password(),
                "CHARTROOM_AUDIT_SEALS", SEALS.resolve(name).toString());
    }

    /** A look behind the application's back, as superuser. */
    public static JdbcClient admin(String database) {
        return JdbcClient.create(dataSource(database));
    }

    public static DataSource dataSource(String database) {
        var endpoint = SERVER.endpoint();
        return new DriverManagerDataSource(endpoint.jdbcUrl(database), endpoint.user(), endpoint.password());
    }

    public static String account() {
        return SERVER.endpoint().user();
    }

    public static Connection connect(String database) throws SQLException {
        return SERVER.endpoint().connect(database);
    }

    /**
     * Writes an account down, behind the application's back: the command for it is a process of its own, which takes longer
     * than most of what the account is needed for.
     */
    public static void addProvider(JdbcClient database, String email, String password) {
        database.sql("""
                insert into clinic.provider (email, password_hash, first_name, last_name)
                values (:email, :hash, 'Åsa', 'Lind')
                """)
                .param("email", email)
                .param("hash", new Argon2PasswordEncoder(16, 32, 1, 47_104, 1).encode(password))
                .update();
    }

    private static EmbeddedPostgres start() {
        try {
            var directory = Files.createTempDirectory("chartroom-it");
            var server = EmbeddedPostgres.start(new Home(directory, BINARIES, null), System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(directory.toFile()); // a gigabyte after all tests
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
