package org.chartroom.jdbc;

import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
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
            select set_config('chartroom.actor', :provider, true)
            """;

    /** What a read leaves behind is its event; that may reach the disk a moment after the answer is sent. */
    private static final String READER = """
            select set_config('chartroom.actor', :provider, true),
                   set_config('synchronous_commit', 'off', true)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    public ActorJdbc(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Statements as that provider.
     *
     * @throws IllegalStateException outside a transaction, or in one that acts for another provider
     */
    public JdbcClient as(UUID provider) {
        act(provider);
        return jdbc;
    }

    /** {@link #as}, for many rows at once. */
    public NamedParameterJdbcOperations batchesAs(UUID provider) {
        act(provider);
        return batches;
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
        jdbc.sql(isReading() ? READER : ACTOR)
                .param("provider", provider.toString())
                .query((_, _) -> 0)
                .single();
        TransactionSynchronizationManager.bindResource(this, provider);
        TransactionSynchronizationManager.registerSynchronization(new Forget(provider));
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
