package org.chartroom.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
     * Reads a list, and tells so, whether anything is in it or not. Nothing else is read in this transaction: one that was
     * declared to read only may end with the last statement of {@code reading}, in the same round trip
     * (docs/decisions/0035).
     *
     * @return what was read
     */
    <T> T reading(Actor by, Reference.Kind list, Supplier<T> reading);

    /**
     * Reads something of one patient, and tells so where the actor sees that patient; else there is nothing to read. The
     * rest is as for {@linkplain #reading(Actor, Reference.Kind, Supplier) a list}.
     *
     * @param seen that it was read, and of which patient
     * @return what was read
     */
    <T> Optional<T> reading(Actor by, AuditEvent seen, Supplier<Optional<T>> reading);

    /**
     * Who saw or changed what of a patient, newest first. Empty for a patient whom the actor does not see.
     *
     * @param limit  most items of the page, 1 to 100
     * @param before the event behind which the page begins; null for the first page
     */
    Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before);
}
