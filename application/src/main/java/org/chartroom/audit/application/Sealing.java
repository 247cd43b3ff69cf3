package org.chartroom.audit.application;

import java.time.Duration;

/** What the server does by itself, every few seconds, so that the trail cannot be altered unnoticed. */
public interface Sealing {

    /**
     * Seals the events of transactions that have ended, and writes what was sealed, here or on another node, outside the
     * database. An event is sealed at the second call after its transaction, unless an older transaction runs still.
     *
     * @return whether what was written outside fits the database; what does not is left as it is, to be looked into
     */
    boolean seal();

    /** How long the oldest event that is not sealed has waited; zero when all are. */
    Duration lag();
}
