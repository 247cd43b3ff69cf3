package org.chartroom.idempotency.application;

import java.util.Optional;
import java.util.function.Supplier;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.provider.Actor;

/** Has what creates something happen once. */
public interface Idempotency {

    /**
     * Does what is asked for in a transaction, and remembers the answer in it for 24 hours; or, when the actor's key is
     * remembered with the same request, does nothing. Of two with the same key at once, on whichever nodes, one waits for
     * the other. What throws is rolled back and not remembered.
     *
     * @param doing what is asked for; its answer, or none when it created nothing that would have to be remembered
     * @return the answer of before; empty when it was done just now
     * @throws org.chartroom.idempotency.domain.IdempotencyRefusal {@code idempotency-key-reused} when the key came with
     *     another request before; {@code not-found} when what was created is no longer the actor's to see
     */
    Optional<Answer> once(Actor by, IdempotencyKey key, Fingerprint request, Supplier<Optional<Answer>> doing);
}
