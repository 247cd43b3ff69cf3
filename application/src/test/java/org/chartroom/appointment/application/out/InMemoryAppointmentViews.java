package org.chartroom.appointment.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.provider.Actor;

public final class InMemoryAppointmentViews implements AppointmentViews {

    private final InMemoryAppointments appointments;

    public InMemoryAppointmentViews(InMemoryAppointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public Optional<AppointmentView> find(Actor by, AppointmentId id) {
        return appointments.findView(by, id);
    }
}
