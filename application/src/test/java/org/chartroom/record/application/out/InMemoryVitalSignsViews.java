package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;

public final class InMemoryVitalSignsViews implements VitalSignsViews {

    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryVitalSignsReadings readings;

    public InMemoryVitalSignsViews(
            InMemoryPatients patients, InMemoryAppointments appointments, InMemoryVitalSignsReadings readings) {
        this.patients = patients;
        this.appointments = appointments;
        this.readings = readings;
    }

    @Override
    public Optional<TakenVitalSigns> find(Actor by, AppointmentId appointment) {
        return readings.of(appointment)
                .flatMap(stored -> appointments
                        .findView(by, appointment)
                        .flatMap(visit -> patients.findView(by, visit.patientId())
                                .map(patient -> new TakenVitalSigns(
                                        stored.id(),
                                        appointment,
                                        patient.id(),
                                        patient.details().dateOfBirth(),
                                        visit.appointmentDate(),
                                        stored.measurements(),
                                        stored.createdAt(),
                                        stored.updatedAt()))));
    }
}
