package org.chartroom.audit.application;

import org.chartroom.audit.AuditEvent;
import org.chartroom.provider.Actor;

/** Where it is told that somebody asked for what is not theirs. */
public interface Refusals {

    /**
     * Adds a refusal to the trail, after the transaction that it ended.
     *
     * @param code of the problem that the client was told
     */
    void record(Actor by, AuditEvent tried, String code);
}
