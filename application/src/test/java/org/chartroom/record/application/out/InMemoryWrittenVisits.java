package org.chartroom.record.application.out;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.provider.Actor;

public final class InMemoryWrittenVisits implements WrittenVisits {

    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;
    private final InMemoryVitalSignsReadings readings;

    public InMemoryWrittenVisits(
            InMemoryAppointments appointments, InMemoryMedicalRecords records, InMemoryVitalSignsReadings readings) {
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
    }

    @Override
    public Written of(Actor by, AppointmentId appointment) {
        if (appointments.find(by, appointment).isEmpty()) return new Written(false, false);
        return new Written(
                records.of(appointment).isPresent(), readings.of(appointment).isPresent());
    }
}
