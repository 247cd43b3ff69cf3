package org.chartroom.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lock under which roles and tables of one database change, so that nodes that start together take turns.
 *
 * <p>It is a session-level advisory lock of PostgreSQL on a connection of its own: it outlives the transactions that
 * run under it, and when the process dies the server releases it. What runs on {@link #jdbc()} shares that connection
 * and can therefore not go on without the lock. Through a pooler that hands out connections by transaction the lock
 * would not hold.
 *
 * <p>A session that waits for the lock holds a snapshot, for which {@code create index concurrently} in a migration
 * would wait in turn, until the waiting session gives up.
 */
final class SchemaLock implements AutoCloseable {

    /** The bytes of "chartroo". Advisory locks share one space of keys in a database; this one is ours. */
    static final long KEY = 0x6368_6172_7472_6f6fL;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private final SingleConnectionDataSource session;
    private final JdbcTemplate jdbc;

    private SchemaLock(Connection connection) {
        this.connection = connection;
        this.session = new SingleConnectionDataSource(connection, true);
        this.jdbc = new JdbcTemplate(session);
    }

    static SchemaLock take(DataSource database) {
        return take(database, PATIENCE);
    }

    static SchemaLock take(DataSource database, Duration patience) {
        SchemaLock lock = new SchemaLock(connect(database));
        try {
            lock.acquire(patience);
            return lock;
        } catch (DataAccessException e) {
            lock.disconnect();
            throw isTimeout(e) ? SchemaRefused.busy(patience, e) : e;
        }
    }

    private static Connection connect(DataSource database) {
        try {
            return database.getConnection(); // not through Spring, which would lend one with a transaction around it
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("No connection to the database", e);
        }
    }

    private void acquire(Duration patience) {
        jdbc.execute("set lock_timeout = %d".formatted(patience.toMillis()));
        jdbc.execute("select pg_advisory_lock(%d)".formatted(KEY));
    }

    private static boolean isTimeout(DataAccessException e) {
        return e.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Gives out the connection that holds the lock, again and again, and no other. */
    DataSource session() {
        return session;
    }

    /** Runs the work as the owner of the tables, in one transaction on the connection that holds the lock. */
    void inTransaction(Consumer<JdbcTemplate> work) {
        new TransactionTemplate(new JdbcTransactionManager(session)).executeWithoutResult(_ -> {
            jdbc.execute("set local role " + Roles.OWNER);
            work.accept(jdbc);
        });
    }

    @Override
    public void close() {
        try {
            // the connection may belong to a pool: hand it back as it came
            jdbc.execute("select pg_advisory_unlock(%d)".formatted(KEY));
            jdbc.execute("reset lock_timeout");
            jdbc.execute("reset role");
            jdbc.execute("reset search_path");
        } finally {
            disconnect();
        }
    }

    private void disconnect() {
        JdbcUtils.closeConnection(connection);
    }
}
