package org.chartroom.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Endpoint;
import org.chartroom.bootstrap.embedded.Home;
import org.chartroom.jdbc.Roles;
import org.chartroom.jdbc.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The PostgreSQL that keeps the clinic's records, with the accounts that sign in to it: the one that
 * {@code spring.datasource.url} names, else the embedded one.
 *
 * <p>One account prepares and migrates ({@code spring.flyway.user}, by default the other), one serves
 * ({@code spring.datasource.username}).
 */
public final class ClinicDatabase implements AutoCloseable {

    private final String url;
    private final Account migration;
    private final Account pool;
    private final boolean embedded;
    private final @Nullable Endpoint server;
    private final @Nullable EmbeddedPostgres started;

    private ClinicDatabase(
            String url,
            Account migration,
            Account pool,
            boolean embedded,
            @Nullable Endpoint server,
            @Nullable EmbeddedPostgres started) {
        this.url = url;
        this.migration = migration;
        this.pool = pool;
        this.embedded = embedded;
        this.server = server;
        this.started = started;
    }

    /**
     * For the one process that serves: the embedded database is started, and refused where it runs already.
     *
     * @throws org.chartroom.bootstrap.embedded.EmbeddedPostgresException when it cannot be started
     */
    public static ClinicDatabase toServe(Environment settings) {
        return isEmbedded(settings) ? start(home(settings)) : external(settings);
    }

    /**
     * For a command, which may run beside the server: the embedded database is joined where it runs, else started.
     *
     * @throws org.chartroom.bootstrap.embedded.EmbeddedPostgresException when it cannot be started
     */
    public static ClinicDatabase toCommand(Environment settings) {
        if (!isEmbedded(settings)) return external(settings);
        var home = home(settings);
        return EmbeddedPostgres.running(home)
                .map(endpoint -> embedded(endpoint, null))
                .orElseGet(() -> start(home));
    }

    /** One that is not there: whoever asks it is refused at once, and nothing is changed. */
    static ClinicDatabase absent() {
        var nobody = new Account("nobody", "");
        return new ClinicDatabase("jdbc:postgresql://127.0.0.1:1/absent", nobody, nobody, true, null, null);
    }

    static boolean isEmbedded(Environment settings) {
        return settings.getProperty("spring.datasource.url", "").isBlank();
    }

    /** The embedded database's, which archives where the settings say, whoever starts it. */
    static Home home(Environment settings) {
        var home = Home.ofThisProcess();
        var backups = settings.getProperty(ClinicSettings.Backup.DIRECTORY, "");
        return backups.isBlank() ? home : home.archivingIn(Path.of(backups));
    }

    private static ClinicDatabase start(Home home) {
        var server = EmbeddedPostgres.start(home, System.err::println);
        return embedded(server.endpoint(), server);
    }

    private static ClinicDatabase embedded(Endpoint endpoint, @Nullable EmbeddedPostgres started) {
        return new ClinicDatabase(
                endpoint.jdbcUrl(EmbeddedPostgres.DATABASE),
                new Account(endpoint.user(), endpoint.password()),
                new Account("chartroom", endpoint.password()),
                true,
                endpoint,
                started);
    }

    private static ClinicDatabase external(Environment settings) {
        var pool = new Account(
                settings.getProperty("spring.datasource.username"), settings.getProperty("spring.datasource.password"));
        var migrationUser = settings.getProperty("spring.flyway.user");
        return new ClinicDatabase(
                settings.getRequiredProperty("spring.datasource.url"),
                migrationUser == null
                        ? pool
                        : new Account(migrationUser, settings.getProperty("spring.flyway.password")),
                pool,
                false,
                null,
                null);
    }

    public boolean isEmbedded() {
        return embedded;
    }

    /** As superuser, where the embedded database is running; null elsewhere. */
    @Nullable
    Endpoint server() {
        return server;
    }

    String url() {
        return url;
    }

    /** Who signs in for the pool, whose sessions then work as {@value Roles#APP}. */
    Account pool() {
        return pool;
    }

    /** The account that reads and seals the audit trail, to be pooled by whoever asks. */
    HikariDataSource auditor() {
        var account = new HikariDataSource();
        account.setJdbcUrl(url);
        account.setUsername(migration.user());
        account.setPassword(migration.password());
        account.addDataSourceProperty("ApplicationName", "chartroom auditor");
        account.addDataSourceProperty("connectTimeout", "3");
        account.addDataSourceProperty("socketTimeout", "60"); // sealing must not wait for a network that is gone
        account.addDataSourceProperty("tcpKeepAlive", "true");
        account.addDataSourceProperty("logServerErrorDetail", "false");
        return account;
    }

    /** The name of the database on its server. */
    public String name() {
        return as(migration)
                .sql("select current_database()")
                .query(String.class)
                .single();
    }

    /** Its versions. Nothing is changed before one of their methods is called. */
    public Schema schema() {
        return new Schema(dataSource(migration));
    }

    /**
     * Makes the roles, where they are missing, and brings the tables to the newest version.
     *
     * @return the versions applied, oldest first
     * @throws org.chartroom.jdbc.SchemaRefused when the migration account may not, or the database is newer
     */
    public List<String> migrate() {
        if (embedded) letPoolSignIn();
        new Roles(dataSource(migration)).prepare(name(migration), name(pool));
        return schema().migrate();
    }

    /** The embedded database's pool signs in as an account that may do no more than the application itself. */
    private void letPoolSignIn() {
        var database = as(migration);
        var missing = database.sql("select to_regrole(:name) is null")
                .param("name", pool.user())
                .query(Boolean.class)
                .single();
        if (missing) database.sql("create role chartroom login").update();
        // base64url, so it needs no quoting; the server logs no statement
        database.sql("alter role chartroom password '" + pool.password() + "'").update();
    }

    private String name(Account account) {
        return as(account).sql("select session_user").query(String.class).single();
    }

    private JdbcClient as(Account account) {
        return JdbcClient.create(dataSource(account));
    }

    /** Unpooled: commands and migrations need a connection now and then. */
    private DataSource dataSource(Account account) {
        var dataSource = new DriverManagerDataSource(url);
        dataSource.setUsername(account.user());
        dataSource.setPassword(account.password());
        return dataSource;
    }

    /** Stops the embedded database if it was started here. */
    @Override
    public void close() {
        if (started != null) started.close();
    }

    /** An account of the database server; what is missing the driver takes from the URL or its own defaults. */
    record Account(@Nullable String user, @Nullable String password) {

        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }
}
