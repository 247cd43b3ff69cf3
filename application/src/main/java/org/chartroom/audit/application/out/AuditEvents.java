package org.chartroom.audit.application.out;

import java.util.List;
import java.util.UUID;
import org.chartroom.audit.Access;
import org.chartroom.audit.AuditEvent;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** All events of the trail; each actor adds his own and sees those about patients on whose care team he is. */
public interface AuditEvents {

    /** The outcome of what was not refused. */
    String SUCCESS = "success";

    /**
     * Adds events, in their order.
     *
     * @param outcome {@link #SUCCESS}, or the code of the problem
     * @throws IllegalStateException for anything but a read in a transaction that was declared to read only
     */
    void add(Actor by, String outcome, List<AuditEvent> events);

    /**
     * Adds that something was read, before it is: stored when the transaction commits, which in one that was declared to
     * read only may be along with the last statement of the repository that reads it. Of a patient whom the actor does not
     * see nothing is added.
     */
    void addAhead(Actor by, AuditEvent seen);

    /** The events about a patient, newest first, at most {@code limit}; {@code before} is null for the first page. */
    Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before);
}
