package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool whose connections let one statement go along with another: what begins a transaction with the first that it
 * executes, what ends it with its commit. PostgreSQL's driver sends statements that are prepared as one text together and
 * waits once for their answers, so each pair takes one round trip in the place of two (docs/decisions/0028).
 */
public final class AccompaniedDataSource extends DelegatingDataSource {

    public AccompaniedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(AccompaniedConnection.class, new Companions(super.getConnection()));
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("the pool knows its account");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(AccompaniedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw requireNonNull(e.getCause());
        }
    }

    /** What a connection of this pool can besides. Whatever was to go along is forgotten when it is rolled back. */
    interface AccompaniedConnection extends Connection {

        /**
         * Goes before the statement that is prepared next, and is executed with it.
         *
         * @param query      of one row, with a {@code ?} for each parameter
         * @param parameters its texts
         * @param ear        hears the row, before anybody sees what the statement has found
         */
        void beforeNext(String query, List<String> parameters, Ear ear);

        /**
         * Goes before the commit, once for all rows.
         *
         * @param change with a named parameter for each column: an array of texts, one for each row
         * @param row    its texts by those names
         */
        void beforeCommit(String change, Map<String, @Nullable String> row);

        /** What was to go along goes by itself. */
        void now() throws SQLException;
    }

    /** May refuse what goes along with the row that it hears; whoever executes that is told so. */
    interface Ear {

        void hear(ResultSet row) throws SQLException;
    }

    private static final class Companions implements InvocationHandler {

        private final Connection connection;
        private @Nullable First first;
        private @Nullable Last last;

        Companions(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "beforeNext" -> first = First.of(requireNonNull(arguments));
                case "beforeCommit" -> add(requireNonNull(arguments));
                case "now" -> sendNow();
                case "commit" -> commit();
                case "prepareStatement" -> {
                    return prepare(method, requireNonNull(arguments));
                }
                // nothing can go along with what these lead to
                case "createStatement", "prepareCall", "unwrap", "setSavepoint" -> {
                    sendNow();
                    return AccompaniedDataSource.invoke(method, connection, arguments);
                }
                case "rollback", "close" -> {
                    forget();
                    return AccompaniedDataSource.invoke(method, connection, arguments);
                }
                default -> {
                    return AccompaniedDataSource.invoke(method, connection, arguments);
                }
            }
            return null;
        }

        private @Nullable Object prepare(Method method, @Nullable Object[] arguments) throws Throwable {
            var before = first;
            if (before == null) return AccompaniedDataSource.invoke(method, connection, arguments);
            first = null;
            arguments[0] = before.query() + "; " + arguments[0];
            var both = (PreparedStatement) requireNonNull(AccompaniedDataSource.invoke(method, connection, arguments));
            before.setParameters(both);
            return proxy(PreparedStatement.class, new Accompanied(both, before));
        }

        @SuppressWarnings("unchecked")
        private void add(@Nullable Object[] arguments) throws SQLException {
            var change = (String) requireNonNull(arguments[0]);
            if (last != null && !last.change().equals(change)) sendNow();
            if (last == null) last = new Last(change, new ArrayList<>());
            last.rows().add((Map<String, @Nullable String>) requireNonNull(arguments[1]));
        }

        private void commit() throws SQLException {
            try {
                if (last != null) sendFirst();
                sendLast("; commit");
            } catch (SQLException | RuntimeException notSent) {
                undo(notSent);
                throw notSent;
            }
            // where that was sent, the driver finds nothing left to commit, and sends nothing
            connection.commit();
            forget();
        }

        /** Else whoever ends the transaction by other means would commit it without what was to go along. */
        private void undo(Exception cause) {
            try {
                connection.rollback();
            } catch (SQLException lost) {
                cause.addSuppressed(lost); // and the transaction with the connection
            }
        }

        private void sendNow() throws SQLException {
            sendFirst();
            sendLast("");
        }

        private void sendFirst() throws SQLException {
            var query = first;
            first = null;
            if (query != null) query.executeOn(connection);
        }

        private void sendLast(String following) throws SQLException {
            var change = last;
            last = null;
            if (change != null) change.executeOn(connection, following);
        }

        private void forget() {
            first = null;
            last = null;
        }
    }

    private record First(String query, List<String> parameters, Ear ear) {

        @SuppressWarnings("unchecked")
        static First of(@Nullable Object[] arguments) {
            return new First((String) requireNonNull(arguments[0]), (List<String>) requireNonNull(arguments[1]), (Ear)
                    requireNonNull(arguments[2]));
        }

        void executeOn(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement(query)) {
                setParameters(statement);
                statement.execute();
                hear(statement);
            }
        }

        void setParameters(PreparedStatement statement) throws SQLException {
            for (var i = 0; i < parameters.size(); i++) statement.setString(i + 1, parameters.get(i));
        }

        void hear(PreparedStatement executed) throws SQLException {
            try (var row = executed.getResultSet()) {
                row.next();
                ear.hear(row);
            }
        }
    }

    private record Last(String change, List<Map<String, @Nullable String>> rows) {

        void executeOn(Connection connection, String following) throws SQLException {
            var parsed = NamedParameterUtils.parseSqlStatement(change);
            var columns = columns();
            var sql = NamedParameterUtils.substituteNamedParameters(parsed, columns);
            var values = NamedParameterUtils.buildValueArray(parsed, columns, null);
            try (var statement = connection.prepareStatement(sql + following)) {
                for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
                statement.execute();
            }
        }

        private SqlParameterSource columns() {
            var columns = new MapSqlParameterSource();
            for (var name : rows.getFirst().keySet())
                columns.addValue(name, rows.stream().map(row -> row.get(name)).toArray(String[]::new));
            return columns;
        }
    }

    /** A statement behind a query of one row: its parameters come after that one's. */
    private record Accompanied(PreparedStatement both, First first) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "executeQuery" -> {
                    execute();
                    yield both.getResultSet();
                }
                case "executeUpdate" -> {
                    execute();
                    yield both.getUpdateCount();
                }
                case "execute" -> execute();
                case "addBatch" -> throw new UnsupportedOperationException("nothing goes along with many at once");
                default -> AccompaniedDataSource.invoke(method, both, behind(arguments));
            };
        }

        /** Whether the second has rows. */
        private boolean execute() throws SQLException {
            both.execute();
            first.hear(both);
            return both.getMoreResults();
        }

        private @Nullable Object @Nullable [] behind(@Nullable Object @Nullable [] arguments) {
            if (arguments != null && arguments.length > 1 && arguments[0] instanceof Integer place)
                arguments[0] = place + first.parameters().size();
            return arguments;
        }
    }
}
