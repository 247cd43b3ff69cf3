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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool whose connections let one statement go along with another: what begins a transaction with the first that it
 * executes, what ends it with its commit, and both with the one statement of a transaction that only reads. PostgreSQL's
 * driver sends statements that are prepared as one text together and waits once for their answers, so they take one round
 * trip (docs/decisions/0028, 0035).
 */
public final class AccompaniedDataSource extends DelegatingDataSource {

    /** Each statement sees its own moment, and what they have to agree on may have changed in between. */
    private static final String AT_ODDS = "40001";

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

        /**
         * Goes before the commit, of one row; a row that is still to go goes by itself first.
         *
         * @param change with a named parameter for each column: a text, or null
         * @param row    its texts by those names
         */
        void oneBeforeCommit(String change, Map<String, @Nullable String> row);

        /** The transaction is to read and to add what goes before its commit, and nothing else. */
        void mayEnd();

        /**
         * Where it {@link #mayEnd}, the transaction ends with the statement that is prepared next, if it is a single one:
         * behind it goes what was to go before the commit, and the commit. Whatever is executed afterwards is refused.
         */
        void endWithNext();

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
        private boolean mayEnd;
        private boolean ending;
        private boolean ended;

        Companions(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "mayEnd" -> mayEnd = true;
                case "endWithNext" -> ending = mayEnd;
                case "beforeNext" -> first = First.of(requireNonNull(arguments));
                case "beforeCommit" -> add(requireNonNull(arguments), true);
                case "oneBeforeCommit" -> add(requireNonNull(arguments), false);
                case "now" -> sendNow();
                case "commit" -> commit();
                case "prepareStatement" -> {
                    return prepare(method, requireNonNull(arguments));
                }
                // nothing can go along with what these lead to
                case "createStatement", "prepareCall", "unwrap", "setSavepoint" -> {
                    requireNotEnded();
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
            requireNotEnded();
            var several = requireNonNull(arguments[0]).toString().contains(";");
            var before = first;
            var behind = ending && last != null && !several ? last.insert() : null;
            if (before == null && behind == null && !several)
                return AccompaniedDataSource.invoke(method, connection, arguments);
            first = null;
            arguments[0] = (before == null ? "" : before.query() + "; ")
                    + arguments[0]
                    + (behind == null ? "" : "; " + behind.sql() + "; commit");
            if (behind != null) {
                last = null;
                ended = true;
            }
            var all = (PreparedStatement) requireNonNull(AccompaniedDataSource.invoke(method, connection, arguments));
            if (before != null) before.setParameters(all);
            return proxy(PreparedStatement.class, new Accompanied(all, before, behind));
        }

        private void requireNotEnded() {
            if (ended) throw new IllegalStateException("the transaction has ended with its last statement");
        }

        @SuppressWarnings("unchecked")
        private void add(@Nullable Object[] arguments, boolean ofMany) throws SQLException {
            requireNotEnded();
            var change = (String) requireNonNull(arguments[0]);
            if (last != null && !(last.ofMany() && last.change().equals(change))) sendNow();
            if (last == null) last = new Last(change, ofMany, new ArrayList<>());
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
            if (change != null) change.insert().executeOn(connection, following);
        }

        private void forget() {
            first = null;
            last = null;
            mayEnd = false;
            ending = false;
            ended = false;
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

    /** One row goes as texts: arrays of one each would be put together here and taken apart there. */
    private record Last(String change, boolean ofMany, List<Map<String, @Nullable String>> rows) {

        Insert insert() {
            var parsed = NamedParameterUtils.parseSqlStatement(change);
            var columns = new MapSqlParameterSource();
            rows.getFirst()
                    .forEach((name, text) -> columns.addValue(
                            name,
                            ofMany ? rows.stream().map(row -> row.get(name)).toArray(String[]::new) : text));
            return new Insert(
                    NamedParameterUtils.substituteNamedParameters(parsed, columns),
                    Arrays.asList(NamedParameterUtils.buildValueArray(parsed, columns, null)),
                    rows.size());
        }
    }

    /** As the driver takes it. */
    private record Insert(String sql, List<@Nullable Object> values, int rows) {

        void executeOn(Connection connection, String following) throws SQLException {
            try (var statement = connection.prepareStatement(sql + following)) {
                setParameters(statement, 0);
                statement.execute();
            }
        }

        void setParameters(PreparedStatement statement, int before) throws SQLException {
            for (var i = 0; i < values.size(); i++)
                if (values.get(i) instanceof Object[] texts) statement.setObject(before + i + 1, texts);
                else statement.setString(before + i + 1, (String) values.get(i)); // null is a text as well
        }
    }

    /**
     * A statement behind a query of one row, before the insert that ends the transaction, between the two, or before others of
     * the same text: the driver's own {@code executeQuery} refuses a text of which more than one answers.
     */
    private static final class Accompanied implements InvocationHandler {

        private final PreparedStatement all;
        private final @Nullable First first;
        private final @Nullable Insert last;
        private final int before;
        private int parameters;

        Accompanied(PreparedStatement all, @Nullable First first, @Nullable Insert last) {
            this.all = all;
            this.first = first;
            this.last = last;
            this.before = first == null ? 0 : first.parameters().size();
            this.parameters = before;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "executeQuery" -> last == null ? query() : queryAndEnd(last);
                case "executeUpdate" -> {
                    requireNoEnd();
                    execute();
                    yield all.getUpdateCount();
                }
                case "execute" -> {
                    requireNoEnd();
                    yield execute();
                }
                case "addBatch" -> throw new UnsupportedOperationException("nothing goes along with many at once");
                default -> AccompaniedDataSource.invoke(method, all, shifted(arguments));
            };
        }

        private ResultSet query() throws SQLException {
            execute();
            return all.getResultSet();
        }

        private ResultSet queryAndEnd(Insert end) throws SQLException {
            end.setParameters(all, parameters);
            var found = query();
            all.getMoreResults(Statement.KEEP_CURRENT_RESULT);
            if (all.getUpdateCount() != end.rows() && found.isBeforeFirst())
                throw new SQLException("what is told of what was read was not added", AT_ODDS);
            return found;
        }

        private void requireNoEnd() {
            if (last != null) throw new IllegalStateException("only a query ends a transaction");
        }

        /** Whether the statement itself has rows. */
        private boolean execute() throws SQLException {
            var rows = all.execute();
            if (first == null) return rows;
            first.hear(all);
            return all.getMoreResults();
        }

        private @Nullable Object @Nullable [] shifted(@Nullable Object @Nullable [] arguments) {
            if (arguments != null && arguments.length > 1 && arguments[0] instanceof Integer place) {
                arguments[0] = before + place;
                parameters = Math.max(parameters, before + place);
            }
            return arguments;
        }
    }
}
