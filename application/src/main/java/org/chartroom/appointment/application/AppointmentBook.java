package org.chartroom.appointment.application;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** Where appointments are looked up. */
public interface AppointmentBook {

    /**
     * One appointment of a patient on whose care team the actor is.
     *
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found}
     */
    AppointmentView appointment(Actor by, AppointmentId id);

    /**
     * The appointments that were asked for, by time and id.
     *
     * @param limit most items of the page, 1 to 100
     * @param after the appointment behind which the page begins; null for the first page
     * @return empty when there is no appointment {@code after} to begin behind, or no longer
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found} when the actor does not see the patient
     *     who was asked for
     */
    Optional<Page<AppointmentView, AppointmentId>> appointments(
            Actor by, AppointmentQuery query, int limit, @Nullable AppointmentId after);
}
