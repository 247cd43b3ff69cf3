package org.chartroom.faults;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A pool's connections, of which one call fails: the n-th of those that reach the server, counted over all connections from
 * the moment at which it is armed.
 */
final class FailingCalls implements BeanPostProcessor {

    private static final Set<String> REACHING = Set.of(
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "executeLargeUpdate",
            "executeLargeBatch",
            "commit",
            "rollback");

    private final AtomicInteger left = new AtomicInteger();
    private volatile String state = "";

    /** @param sqlState with which the call fails; of class 08 it takes the connection with it */
    void failAt(int call, String sqlState) {
        state = sqlState;
        left.set(call);
    }

    /** Whether the call that was to fail was not reached. */
    boolean disarm() {
        return left.getAndSet(0) > 0;
    }

    /** Has the pool take its connections from here. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && name.equals("dataSource")) pool.setDataSource(source(pool));
        return bean;
    }

    private DataSource source(HikariDataSource pool) {
        var driver = new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        driver.setConnectionProperties(pool.getDataSourceProperties());
        return new DelegatingDataSource(driver) {
            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                var real = super.getConnection(user, password);
                return proxy(Connection.class, real, real);
            }
        };
    }

    private <T> T proxy(Class<T> type, T real, Connection connection) {
        InvocationHandler handler = (_, method, arguments) -> {
            if (reachesServer(method, connection) && left.get() > 0 && left.decrementAndGet() == 0) {
                if (state.startsWith("08")) connection.abort(Runnable::run);
                throw new SQLException("planted", state);
            }
            return switch (invoke(method, real, arguments)) {
                case PreparedStatement statement -> proxy(PreparedStatement.class, statement, connection);
                case Statement statement -> proxy(Statement.class, statement, connection);
                case null -> null;
                case Object other -> other;
            };
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The driver sends no end of a transaction that has ended already. */
    private static boolean reachesServer(Method method, Connection connection) throws SQLException {
        if (!REACHING.contains(method.getName())) return false;
        return method.getDeclaringClass() != Connection.class
                || connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private static @Nullable Object invoke(Method method, Object real, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw requireNonNull(e.getCause());
        }
    }
}
