package org.chartroom.record.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Version;
import org.chartroom.provider.Actor;

/** How an appointment is taken out of the book; whether anything was written of its visit is known here. */
public interface VisitRemoval {

    /**
     * Removes an appointment of a patient of the actor's that nothing was written of.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees no such appointment; {@code forbidden}
     *     when the patient is another provider's; {@code stale-version} when {@code seen} is not the stored version;
     *     {@code has-record} when there is a record, or there are vital signs
     */
    void remove(Actor by, AppointmentId id, Version seen);
}
