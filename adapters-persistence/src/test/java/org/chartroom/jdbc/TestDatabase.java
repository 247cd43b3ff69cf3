package org.chartroom.jdbc;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of its own for one test class, on the {@link TestServer} of this JVM.
 *
 * <pre>{@code @AutoClose
 * static final TestDatabase database = TestDatabase.migrated();}</pre>
 *
 * <p>The migrated ones are copies of a template, which takes PostgreSQL a fifth of a second; tests of one class that want
 * no rows but their own share one and {@link #empty} it. As in production one account migrates and another one works.
 */
public final class TestDatabase implements AutoCloseable {

    static final String MIGRATION_ACCOUNT = "clinic_migration";
    static final String POOL_ACCOUNT = "clinic_pool";

    private static final Map<TestServer, TestDatabase> TEMPLATES = new ConcurrentHashMap<>();

    private final TestServer server;
    private final String name;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** With all tables at the newest version, and no rows. */
    public static TestDatabase migrated() {
        return migrated(TestServer.current());
    }

    static TestDatabase migrated(TestServer server) {
        return copyOf(server, TEMPLATES.computeIfAbsent(server, TestDatabase::template).name);
    }

    /** With the roles and nothing else. */
    public static TestDatabase blank() {
        return copyOf(TestServer.current(), "template1");
    }

    private static TestDatabase template(TestServer server) {
        TestDatabase template = copyOf(server, "template1");
        new Schema(template.migration()).migrate();
        return template;
    }

    private static TestDatabase copyOf(TestServer server, String template) {
        String name = server.newName();
        JdbcClient.create(server.connect("postgres"))
                .sql("create database %s template %s".formatted(name, template))
                .update();
        TestDatabase database = new TestDatabase(server, name);
        // a copy has the tables and their grants, but not the rights on the database itself
        new Roles(database.superuser()).prepare(MIGRATION_ACCOUNT, POOL_ACCOUNT);
        return database;
    }

    /** As the application works: an account that is no more than a member of the application role. */
    public DataSource app() {
        return server.connect(name, POOL_ACCOUNT, "-c plan_cache_mode=force_generic_plan -c role=" + Roles.APP);
    }

    /** {@link #app}, each session acting for one provider, where a test does without transactions. */
    public DataSource appAs(UUID provider) {
        return server.connect(name, POOL_ACCOUNT, "-c role=%s -c chartroom.actor=%s".formatted(Roles.APP, provider));
    }

    /** As what reads and seals the audit trail works. */
    public DataSource auditor() {
        return server.connect(name, MIGRATION_ACCOUNT, "-c role=" + Roles.AUDITOR);
    }

    /** As fixtures may need it: past grants and policies that bind the application. */
    public DataSource owner() {
        return server.connect(name, MIGRATION_ACCOUNT, "-c role=" + Roles.OWNER);
    }

    /** As {@link Schema} gets it: the account as it signs in. */
    public DataSource migration() {
        return server.connect(name, MIGRATION_ACCOUNT, "");
    }

    public DataSource superuser() {
        return server.connect(name);
    }

    /** As it was when it was {@link #migrated}: without the rows that were added since, numbers beginning anew. */
    void empty() {
        JdbcClient.create(superuser()).sql("""
                do $$
                declare
                    emptied record;
                begin
                    set local session_replication_role = replica;
                    for emptied in
                        select c.oid::regclass as name, c.relkind as kind
                          from pg_class c
                         where pg_get_userbyid(c.relowner) = '%s'
                           and c.relkind in ('r', 'S')
                           and c.relnamespace <> 'flyway'::regnamespace
                           -- what migrations put there
                           and c.oid not in ('audit.chain'::regclass, 'booking.appointment_length'::regclass)
                    loop
                        if emptied.kind = 'r' then
                            execute format('delete from %%s', emptied.name);
                        else
                            execute format('alter sequence %%s restart', emptied.name);
                        end if;
                    end loop;
                end $$
                """.formatted(Roles.OWNER)).update();
    }

    @Override
    public void close() {
        JdbcClient.create(server.connect("postgres"))
                .sql("drop database %s with (force)".formatted(name))
                .update();
    }
}
