package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chartroom.patient.domain.PhoneRegion;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All repositories over one database, as the application's role sees it; each call is a transaction of its own. */
public final class Store implements AutoCloseable {

    private final HikariDataSource connections;
    private final AccompaniedDataSource pool;
    private final TransactionTemplate transaction;
    private final AnnotationConfigApplicationContext repositories;

    private Store(DataSource app, DataSource account) {
        connections = new HikariDataSource();
        connections.setDataSource(app);
        connections.setMaximumPoolSize(4);
        connections.setMinimumIdle(1);
        pool = new AccompaniedDataSource(connections);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        repositories = new AnnotationConfigApplicationContext();
        repositories.registerBean(DataSource.class, () -> pool);
        repositories.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        repositories.registerBean(ActorJdbc.class, () -> new ActorJdbc(pool));
        repositories.registerBean(PhoneRegion.class, () -> new PhoneRegion("US"));
        repositories.registerBean(AuditorJdbc.class, () -> auditorJdbc(account));
        repositories.scan("org.chartroom.*.persistence");
        repositories.refresh();
    }

    /** Over a database of its own, migrated, which is gone with this JVM. */
    public static Store ofItsOwn() {
        return over(TestDatabase.migrated());
    }

    /** Over a migrated database. */
    public static Store over(TestDatabase database) {
        return over(database.app(), database.migration());
    }

    /**
     * Over a migrated database.
     *
     * @param app     gives sessions as the application's role
     * @param account signs in as a member of the auditor's role
     */
    public static Store over(DataSource app, DataSource account) {
        return new Store(app, account);
    }

    private static AuditorJdbc auditorJdbc(DataSource account) {
        var pool = new HikariDataSource();
        pool.setDataSource(account);
        return new AuditorJdbc(pool);
    }

    public <T> T port(Class<T> type) {
        var repository = repositories.getBean(type);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> transaction.execute(_ -> {
                    try {
                        return method.invoke(repository, arguments);
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof RuntimeException refusal) throw refusal;
                        throw new UndeclaredThrowableException(e);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    /** A repository itself, to be used {@link #inTransaction}. */
    public <T> T repository(Class<T> type) {
        return repositories.getBean(type);
    }

    /** Runs several calls in one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return requireNonNull(transaction.execute(_ -> work.get()));
    }

    /** Runs several calls in one transaction that was declared to read only. */
    public void reading(Runnable work) {
        var reading = new TransactionTemplate(new JdbcTransactionManager(pool));
        reading.setReadOnly(true);
        reading.executeWithoutResult(_ -> work.run());
    }

    /** How the present transaction, which was to commit {@code local}, will commit once {@code actor} acts in it. */
    public String synchronousCommit(UUID actor) {
        JdbcClient.create(pool).sql("set local synchronous_commit = 'local'").update();
        return repositories
                .getBean(ActorJdbc.class)
                .as(actor)
                .sql("show synchronous_commit")
                .query((row, _) -> row.getString(1))
                .single();
    }

    @Override
    public void close() {
        repositories.close();
        connections.close();
    }
}
