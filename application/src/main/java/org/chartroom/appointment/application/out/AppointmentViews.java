package org.chartroom.appointment.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentQuery;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** Appointments, to be shown; each view is one read. */
public interface AppointmentViews {

    Optional<AppointmentView> find(Actor by, AppointmentId id);

    /**
     * The appointments that were asked for, by time and id, at most {@code limit}.
     *
     * @param after the appointment, of those that the actor sees, behind which the page begins; null for the first page
     * @return empty when there is no appointment {@code after}
     * @throws org.chartroom.appointment.domain.AppointmentRefusal {@code not-found} when the actor does not see the patient
     *     who was asked for
     */
    Optional<Page<AppointmentView, AppointmentId>> page(
            Actor by, AppointmentQuery query, int limit, @Nullable AppointmentId after);
}
