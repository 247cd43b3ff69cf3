package org.chartroom.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Spring's own translation of what went wrong, and what PostgreSQL says besides of things that will pass by themselves.
 * The names are those of PostgreSQL's manual, appendix A.
 */
public final class PostgresExceptions extends SQLExceptionSubclassTranslator {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY_SQL_TRANSACTION = "25006"; // a server that was, or is yet to be, the first
    private static final String IDLE_IN_TRANSACTION_SESSION_TIMEOUT = "25P03";

    @Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException exception) {
        return switch (exception.getSQLState()) {
            case LOCK_NOT_AVAILABLE -> new CannotAcquireLockException(buildMessage(task, sql, exception), exception);
            case READ_ONLY_SQL_TRANSACTION, IDLE_IN_TRANSACTION_SESSION_TIMEOUT ->
                new TransientDataAccessResourceException(buildMessage(task, sql, exception), exception);
            case null, default -> super.doTranslate(task, sql, exception);
        };
    }
}
