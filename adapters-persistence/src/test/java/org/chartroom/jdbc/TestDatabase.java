package org.chartroom.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of its own for one test class, on the one embedded PostgreSQL of this JVM.
 *
 * <pre>{@code @AutoClose
 * static final TestDatabase database = TestDatabase.migrated();}</pre>
 *
 * <p>The migrated ones are copies of a template, which takes PostgreSQL some hundredths of a second. As in production
 * one account migrates and another one works.
 */
public final class TestDatabase implements AutoCloseable {

    static final String MIGRATION_ACCOUNT = "clinic_migration";
    static final String POOL_ACCOUNT = "clinic_pool";

    private static final AtomicInteger CREATED = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** With all tables at the newest version, and no rows. */
    public static TestDatabase migrated() {
        return copyOf(Server.TEMPLATE.name);
    }

    /** With the roles and nothing else. */
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    private static TestDatabase copyOf(String template) {
        String name = "test_" + CREATED.incrementAndGet();
        JdbcClient.create(connect("postgres", "postgres", ""))
                .sql("create database %s template %s".formatted(name, template))
                .update();
        TestDatabase database = new TestDatabase(name);
        // a copy has the tables and their grants, but not the rights on the database itself
        new Roles(database.superuser()).prepare(MIGRATION_ACCOUNT, POOL_ACCOUNT);
        return database;
    }

    /** As the application works: an account that is no more than a member of the application role. */
    public DataSource app() {
        return connect(name, POOL_ACCOUNT, "-c role=" + Roles.APP);
    }

    /** {@link #app}, each session acting for one provider, where a test does without transactions. */
    public DataSource appAs(UUID provider) {
        return connect(name, POOL_ACCOUNT, "-c role=%s -c chartroom.actor=%s".formatted(Roles.APP, provider));
    }

    /** As what reads and seals the audit trail works. */
    public DataSource auditor() {
        return connect(name, MIGRATION_ACCOUNT, "-c role=" + Roles.AUDITOR);
    }

    /** As fixtures may need it: past grants and policies that bind the application. */
    public DataSource owner() {
        return connect(name, MIGRATION_ACCOUNT, "-c role=" + Roles.OWNER);
    }

    /** As {@link Schema} gets it: the account as it signs in. */
    public DataSource migration() {
        return connect(name, MIGRATION_ACCOUNT, "");
    }

    public DataSource superuser() {
        return connect(name, "postgres", "");
    }

    @Override
    public void close() {
        JdbcClient.create(connect("postgres", "postgres", ""))
                .sql("drop database %s with (force)".formatted(name))
                .update();
    }

    private static DataSource connect(String database, String account, String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
        source.setDatabaseName(database);
        source.setUser(account);
        source.setOptions(options);
        source.setReadOnlyMode("ignore"); // as the application's pool has it
        return source;
    }

    /** Started by the first test that needs it; stopped by its own shutdown hook. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();
        static final TestDatabase TEMPLATE = template();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static TestDatabase template() {
            JdbcClient superuser = JdbcClient.create(POSTGRES.getPostgresDatabase());
            superuser.sql("create role %s login".formatted(MIGRATION_ACCOUNT)).update();
            superuser.sql("create role %s login".formatted(POOL_ACCOUNT)).update();
            TestDatabase template = copyOf("template1");
            new Schema(template.migration()).migrate();
            return template;
        }
    }
}
