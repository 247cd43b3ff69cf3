package org.chartroom.audit.application;

import java.time.Instant;
import java.util.function.Consumer;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.audit.domain.Verdict;

/** What the operator of the clinic's server does with the audit trail, at its command line. */
public interface AuditReview {

    /** Checks the whole trail, its seals, and what was written of them outside the database. */
    Verdict verify();

    /** Sets aside what was written outside the database of other trails, in whose place this one stands by right. */
    void begin();

    /**
     * Hands out the events of a time, in the order of the trail, and adds to the trail that it was done.
     *
     * @param from the first instant, UTC
     * @param to   the first instant that is no longer meant
     */
    void export(Instant from, Instant to, Consumer<StoredEvent> each);
}
