package org.chartroom.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the pool gets its connections from: while the database is away this waits for it. The pool by itself would look less
 * and less often, every five seconds at last, and keep a clinic waiting for a database that is there again. Requests do not
 * wait here but at the pool, as long as they are given.
 */
final class InsistentDataSource extends DelegatingDataSource {

    /** Nobody listens, the connection broke, the server is starting or stopping: PostgreSQL's manual, appendix A. */
    private static final Set<String> AWAY = Set.of("08001", "08006", "57P03");

    private static final int SECONDS_FOR_A_CONNECTION = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private InsistentDataSource(DriverManagerDataSource driver) {
        super(driver);
    }

    /** For what the pool was told of its database. */
    static InsistentDataSource of(HikariDataSource pool) {
        var driver = new DriverManagerDataSource(pool.getJdbcUrl());
        driver.setConnectionProperties(pool.getDataSourceProperties());
        return new InsistentDataSource(driver);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        while (true) {
            try {
                return super.getConnection(user, password);
            } catch (SQLException failure) {
                if (!AWAY.contains(failure.getSQLState())) throw failure;
                pause(failure);
            }
        }
    }

    /** As long the pool waits, when it is closed, for a connection that is being made. */
    @Override
    public int getLoginTimeout() {
        return SECONDS_FOR_A_CONNECTION;
    }

    /** The driver has its own: {@code connectTimeout}, {@code socketTimeout}. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** Ends with the pool, which interrupts its threads. */
    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
