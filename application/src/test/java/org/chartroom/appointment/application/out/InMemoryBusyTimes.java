package org.chartroom.appointment.application.out;

import java.time.Duration;
import java.util.List;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

public final class InMemoryBusyTimes implements BusyTimes {

    private final InMemoryAppointments appointments;

    public InMemoryBusyTimes(InMemoryAppointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public List<TimeSpan> find(Actor by, ProviderId provider, TimeSpan within) {
        return appointments
                .heldBy(provider)
                .filter(appointment -> appointment.status().isActive())
                .map(appointment -> TimeSpan.of(appointment.appointmentDate(), lengthOf(appointment.appointmentType())))
                .filter(within::overlaps)
                .toList();
    }

    @Override
    public Duration length(Actor by, AppointmentType type) {
        return lengthOf(type);
    }

    /** Those with which a clinic begins. */
    public static Duration lengthOf(AppointmentType type) {
        return Duration.ofMinutes(
                switch (type) {
                    case NEW_PATIENT -> 40;
                    case ROUTINE_CHECKUP -> 30;
                    case FOLLOW_UP, SICK_VISIT, TELEHEALTH -> 20;
                });
    }
}
