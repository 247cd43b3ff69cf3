package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.chartroom.jdbc.AccompaniedDataSource.AccompaniedConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way to tables that row-level security guards: tells PostgreSQL, for the present transaction, whose rows it may
 * touch. A statement that does not come this way finds nothing and changes nothing.
 *
 * <p>The setting goes with the transaction, so a pooled connection never carries one provider's rights to another.
 */
public final class ActorJdbc {

    private static final String ACTOR = """
            select set_config('chartroom.actor', ?, true)
            """;

    /** What a read leaves behind is its event; that may reach the disk a moment after the answer is sent. */
    private static final String READER = """
            select set_config('chartroom.actor', ?, true),
                   set_config('synchronous_commit', 'off', true)
            """;

    /** By which the thread's presumption is found. */
    private final Object presumed = new Object();

    private final AccompaniedDataSource pool;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final NamedParameterJdbcOperations batches;

    public ActorJdbc(AccompaniedDataSource pool) {
        this.pool = pool;
        this.template = new JdbcTemplate(pool);
        template.setExceptionTranslator(new PostgresExceptions());
        this.batches = new NamedParameterJdbcTemplate(template);
        this.jdbc = JdbcClient.create(batches);
    }

    /**
     * Statements as that provider. A text may be several, with a {@code ;} between each two, which take one round trip; of a
     * query the rows are those of the first.
     *
     * @throws IllegalStateException outside a transaction, or in one that acts for another provider
     */
    public JdbcClient as(UUID provider) {
        act(provider);
        return jdbc;
    }

    /**
     * {@link #as}, for the statement with which a repository is done. Where somebody has {@link #addAhead added ahead}, the
     * transaction ends with it, in the same round trip, and refuses whatever is to follow.
     */
    public JdbcClient lastAs(UUID provider) {
        act(provider);
        onConnection(AccompaniedConnection::endWithNext);
        return jdbc;
    }

    /** {@link #as}, for many rows at once. */
    public NamedParameterJdbcOperations batchesAs(UUID provider) {
        act(provider);
        addNow();
        return batches;
    }

    /**
     * Adds a row as that provider, when the transaction commits and in the same round trip.
     *
     * @param insert of rows from arrays, with a named parameter for each column: an array of texts
     * @param row    its texts by those names
     */
    public void addAtCommit(UUID provider, String insert, Map<String, @Nullable String> row) {
        act(provider);
        onConnection(connection -> connection.beforeCommit(insert, row));
    }

    /**
     * {@link #addAtCommit}, and whoever reads next may end the transaction with {@link #lastAs their last statement} where it
     * was declared to read only.
     *
     * @param insert of one row, with a named parameter for each column: a text, or null; adds nothing where the provider does
     *               not act, or does not see what is read: rows that were read are refused then
     */
    public void addAhead(UUID provider, String insert, Map<String, @Nullable String> row) {
        act(provider);
        onConnection(connection -> connection.oneBeforeCommit(insert, row));
        if (isReading()) onConnection(AccompaniedConnection::mayEnd);
    }

    /** What was to be added at the commit is there for statements that follow. */
    public void addNow() {
        onConnection(AccompaniedConnection::now);
    }

    /**
     * Statements of nobody who is known: before sign-in, and of the command line.
     *
     * @throws IllegalStateException in a transaction that acts for somebody
     */
    public JdbcClient asNobody() {
        if (TransactionSynchronizationManager.getResource(this) != null)
            throw new IllegalStateException("the transaction acts for somebody");
        return jdbc;
    }

    /**
     * Takes for granted, on this thread until it is closed, what the first statement as that provider has to find out: it
     * goes along with that statement, of which nothing is seen, and nothing stays, should it not be so.
     *
     * @param query    of one row; sets {@code chartroom.actor}, and tells in the column {@code stands} whether it has;
     *                 whoever reads needs {@code synchronous_commit} no more
     * @param lookUp   finds the same out by itself
     * @param refusal  of whatever is done as that provider when it is not so
     */
    public Presumption presume(
            UUID provider,
            String query,
            List<String> parameters,
            BooleanSupplier lookUp,
            Supplier<? extends RuntimeException> refusal) {
        var presumption = new Presumption(
                provider,
                query,
                parameters,
                lookUp,
                refusal,
                () -> TransactionSynchronizationManager.unbindResourceIfPossible(presumed));
        TransactionSynchronizationManager.bindResource(presumed, presumption);
        return presumption;
    }

    /** Whether the present transaction was declared to read only; what is lost of it in a crash was only seen. */
    public static boolean isReading() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private void act(UUID provider) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("patient data are reached in a transaction only");
        var acting = TransactionSynchronizationManager.getResource(this);
        if (acting == null) begin(provider);
        else if (!acting.equals(provider))
            throw new IllegalStateException("one transaction acts for one provider only");
    }

    private void begin(UUID provider) {
        var presumption = (Presumption) TransactionSynchronizationManager.getResource(presumed);
        if (presumption != null && isReading() && presumption.isOpenFor(provider))
            onConnection(connection ->
                    connection.beforeNext(presumption.query(), presumption.parameters(), presumption::settle));
        else {
            if (presumption != null) presumption.require();
            onConnection(connection ->
                    connection.beforeNext(isReading() ? READER : ACTOR, List.of(provider.toString()), _ -> {}));
        }
        TransactionSynchronizationManager.bindResource(this, provider);
        TransactionSynchronizationManager.registerSynchronization(new Forget(provider));
    }

    private void onConnection(OnConnection work) {
        var connection = DataSourceUtils.getConnection(pool);
        try {
            work.accept((AccompaniedConnection) connection);
        } catch (SQLException e) {
            throw requireNonNull(template.getExceptionTranslator().translate("going along", null, e));
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private interface OnConnection {

        void accept(AccompaniedConnection connection) throws SQLException;
    }

    /** The setting belongs to one transaction; a savepoint that is gone back to may take it along. */
    private final class Forget implements TransactionSynchronization {

        private final UUID provider;

        Forget(UUID provider) {
            this.provider = provider;
        }

        @Override
        public void suspend() {
            forget();
        }

        @Override
        public void resume() {
            if (!TransactionSynchronizationManager.hasResource(ActorJdbc.this))
                TransactionSynchronizationManager.bindResource(ActorJdbc.this, provider);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            forget();
        }

        @Override
        public void afterCompletion(int status) {
            forget();
        }

        private void forget() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ActorJdbc.this);
        }
    }
}
