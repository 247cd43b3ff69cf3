package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL on which the tests of this JVM have their databases: the embedded one, or, where the system property
 * {@value #KIND} says so, one in a {@code container}, or the one that the environment variable {@value #URL} names, as
 * its superuser {@code postgres}. The POM runs the tests that travel on each that there is.
 */
final class TestServer {

    static final String KIND = "chartroom.test.server";
    static final String URL = "CHARTROOM_TEST_DATABASE_URL";

    /** Of the accounts that the tests make; a superuser's comes with the server. */
    private static final String PASSWORD = "only for tests";

    private static final String IMAGE = "postgres:17-alpine";

    private final AtomicInteger created = new AtomicInteger();
    private final String prefix;
    private final String url;
    private final String superuser;
    private final @Nullable String superusersPassword;

    private TestServer(String prefix, String url, String superuser, @Nullable String superusersPassword) {
        this.prefix = prefix;
        this.url = url;
        this.superuser = superuser;
        this.superusersPassword = superusersPassword;
        JdbcClient jdbc = JdbcClient.create(connect("postgres"));
        for (String account : List.of(TestDatabase.MIGRATION_ACCOUNT, TestDatabase.POOL_ACCOUNT)) {
            // two JVMs of tests may have been given the same server
            jdbc.sql("""
                    do $$
                    begin
                        perform pg_advisory_xact_lock(0);
                        if to_regrole('%1$s') is null then
                            create role %1$s login;
                        end if;
                        alter role %1$s password '%2$s';
                    end $$
                    """.formatted(account, inOneRound(PASSWORD))).update();
        }
    }

    /** A client that has the usual 4,096 rounds to do pays 20 ms for each of thousands of connections. */
    private static String inOneRound(String password) {
        return PasswordUtil.encodeScramSha256(password.toCharArray(), 1, new byte[16]);
    }

    /** The one that this JVM was told to use. */
    static TestServer current() {
        return switch (kind()) {
            case "container" -> Container.SERVER;
            case "url" -> Elsewhere.SERVER;
            default -> Embedded.SERVER;
        };
    }

    static TestServer embedded() {
        return Embedded.SERVER;
    }

    /** Why the one that this JVM was told to use is not there; empty if it is. */
    static Optional<String> missing() {
        return switch (kind()) {
            case "container" ->
                DockerClientFactory.instance().isDockerAvailable()
                        ? Optional.empty()
                        : Optional.of("no container engine answers, so nothing is tested on PostgreSQL 17");
            case "url" ->
                System.getenv(URL) == null
                        ? Optional.of(URL + " names no server, so nothing is tested on another one")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String kind() {
        return System.getProperty(KIND, "embedded");
    }

    String newName() {
        return prefix + created.incrementAndGet();
    }

    /** As superuser. */
    DataSource connect(String database) {
        return connect(database, superuser, superusersPassword, "");
    }

    DataSource connect(String database, String account, String options) {
        return connect(database, account, PASSWORD, options);
    }

    private DataSource connect(String database, String account, @Nullable String password, String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setDatabaseName(database);
        source.setUser(account);
        source.setPassword(password);
        source.setOptions(options);
        source.setReadOnlyMode("ignore"); // as the application's pool has it
        return source;
    }

    private TestServer announced() {
        System.out.println(JdbcClient.create(connect("postgres"))
                .sql("select 'Tests run on ' || split_part(version(), ',', 1)")
                .query(String.class)
                .single());
        return this;
    }

    /** Stopped by its own shutdown hook. */
    private static final class Embedded {

        static final TestServer SERVER = start();

        private static TestServer start() {
            try {
                String url = EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
                return new TestServer("test_", url, "postgres", null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Container {

        static final TestServer SERVER = start();

        private static TestServer start() {
            var container = new PostgreSQLContainer(IMAGE).withUsername("postgres");
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            var server = new TestServer(
                            "test_", container.getJdbcUrl(), container.getUsername(), container.getPassword())
                    .announced();
            JdbcClient.create(server.connect("postgres"))
                    .sql("alter role %s password '%s'"
                            .formatted(container.getUsername(), inOneRound(container.getPassword())))
                    .update();
            return server;
        }
    }

    /** Not ours, so nothing but the roles stays there. */
    private static final class Elsewhere {

        static final TestServer SERVER = start();

        private static TestServer start() {
            PGSimpleDataSource named = new PGSimpleDataSource();
            named.setUrl(System.getenv(URL));
            String prefix =
                    "chartroom_test_%d_".formatted(ProcessHandle.current().pid());
            TestServer server = new TestServer(
                            prefix, System.getenv(URL), requireNonNull(named.getUser()), named.getPassword())
                    .announced();
            Runtime.getRuntime().addShutdownHook(new Thread(server::dropDatabases));
            return server;
        }
    }

    private void dropDatabases() {
        JdbcClient jdbc = JdbcClient.create(connect("postgres"));
        jdbc.sql(
                        "select format('drop database %I with (force)', datname) from pg_database where starts_with(datname, :prefix)")
                .param("prefix", prefix)
                .query(String.class)
                .list()
                .forEach(drop -> jdbc.sql(drop).update());
    }
}
