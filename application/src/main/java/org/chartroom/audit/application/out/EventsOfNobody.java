package org.chartroom.audit.application.out;

import org.chartroom.audit.AuditEvent;
import org.chartroom.provider.Origin;

/** Where events are added of somebody who is not known: before sign-in, and from the command line. */
public interface EventsOfNobody {

    /** Adds an event; {@code outcome} as in {@link AuditEvents#add}. */
    void add(Origin from, String outcome, AuditEvent event);
}
