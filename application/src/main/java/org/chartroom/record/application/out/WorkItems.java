package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.WorkItem;
import org.jspecify.annotations.Nullable;

/** The visits of each actor that are still to be written up or signed; each page is one read. */
public interface WorkItems {

    /**
     * By time and id: visits that are completed and have no record, or have one that nobody has signed.
     *
     * @return empty when the actor sees no appointment {@code after}
     */
    Optional<Page<WorkItem, AppointmentId>> page(Actor by, int limit, @Nullable AppointmentId after);
}
