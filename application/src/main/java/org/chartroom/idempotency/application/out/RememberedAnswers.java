package org.chartroom.idempotency.application.out;

import java.time.Instant;
import java.util.Optional;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.idempotency.domain.RememberedAnswer;
import org.chartroom.provider.Actor;

/** The answers that providers were given, each by its key; nobody's keys meet another's. */
public interface RememberedAnswers {

    /**
     * The answer under one of the actor's keys. Whether or not there is one, nobody else gets to know about that key before
     * the transaction ends; whoever asks waits.
     *
     * @param since older ones count no longer
     */
    Optional<RememberedAnswer> lock(Actor by, IdempotencyKey key, Instant since);

    /**
     * Remembers an answer, in the place of one that counts no longer. It goes with the patient whom it is about.
     *
     * @throws IllegalStateException when what was created is nothing that the actor sees
     */
    void put(Actor by, IdempotencyKey key, Fingerprint request, Answer answer, Instant at);
}
