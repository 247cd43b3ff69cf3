package org.chartroom.idempotency.application.out;

import java.time.Instant;

/** The answers of all providers, to be removed when they are old; nobody reads them here. */
public interface OldAnswers {

    void removeBefore(Instant oldest);
}
