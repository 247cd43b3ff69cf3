package org.chartroom.idempotency.application;

/** What has to be done now and then so that no answer is kept longer than it serves. */
public interface AnswerUpkeep {

    /** Removes answers that are remembered no longer. */
    void removeOld();
}
