package org.chartroom.record.application;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** What a clinician has still to do. */
public interface Worklist {

    /**
     * The actor's own visits that are completed and have no record, or have one that is not signed; the oldest first.
     *
     * @param limit most items of the page, 1 to 100
     * @param after the appointment behind which the page begins; null for the first page
     * @return empty when there is no appointment {@code after} to begin behind, or no longer
     */
    Optional<Page<WorkItem, AppointmentId>> items(Actor by, int limit, @Nullable AppointmentId after);
}
