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

    private void act(UUID provider) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("patient data are reached in a transaction only");
        var acting = TransactionSynchronizationManager.getResource(this);
        if (acting == null) begin(provider);
        else if (!acting.equals(provider))
            throw new IllegalStateException("one transaction acts for one provider only");
    }

    private void begin(UUID provider) {
        jdbc.sql("""
                select set_config('chartroom.actor', :provider, true)
                """).param("provider", provider.toString()).query(String.class).single();
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
