package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.provider.Actor;

public final class InMemoryVitalSignsViews implements VitalSignsViews {

    private final InMemoryVitalSignsReadings readings;

    public InMemoryVitalSignsViews(InMemoryVitalSignsReadings readings) {
        this.readings = readings;
    }

    @Override
    public Optional<TakenVitalSigns> find(Actor by, AppointmentId appointment) {
        return readings.taken(by, appointment);
    }
}
