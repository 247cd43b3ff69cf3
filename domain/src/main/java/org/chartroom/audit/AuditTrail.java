package org.chartroom.audit;

import java.util.UUID;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** What other features tell, and may ask, of who saw or changed what. */
public interface AuditTrail {

    /**
     * Adds to the trail, inside the caller's transaction: what is told stays exactly when what it tells about does, and a
     * read that cannot be told fails.
     *
     * @throws IllegalStateException for anything but a read in a transaction that was declared to read only
     */
    void record(Actor by, AuditEvent... events);

    /**
     * Who saw or changed what of a patient, newest first. Empty for a patient whom the actor does not see.
     *
     * @param limit  most items of the page, 1 to 100
     * @param before the event behind which the page begins; null for the first page
     */
    Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before);
}
