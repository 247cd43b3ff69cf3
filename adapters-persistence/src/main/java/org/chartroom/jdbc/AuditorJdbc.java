package org.chartroom.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to the whole audit trail: a connection of its own, beside the application's pool, that works as
 * {@value Roles#AUDITOR}, and on which a commit lasts when it returns, whatever the server's default. Opened when it is
 * first needed.
 */
public final class AuditorJdbc implements AutoCloseable {

    private final HikariDataSource connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    /** @param account signs in as a member of {@value Roles#AUDITOR}; closed with this */
    public AuditorJdbc(HikariDataSource account) {
        account.setPoolName("auditor");
        account.setMaximumPoolSize(1);
        account.setMinimumIdle(0);
        account.setInitializationFailTimeout(-1);
        account.setConnectionInitSql("set role " + Roles.AUDITOR + "; set synchronous_commit = on");
        connection = account;
        jdbc = JdbcClient.create(account);
        snapshot = new TransactionTemplate(new JdbcTransactionManager(account));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Statements, each a transaction of its own. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Everything that {@code work} reads is as it was at one moment. */
    public <T> T atOneMoment(Function<JdbcClient, T> work) {
        return snapshot.execute(_ -> work.apply(jdbc));
    }

    @Override
    public void close() {
        connection.close();
    }
}
