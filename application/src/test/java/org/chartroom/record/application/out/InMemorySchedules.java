package org.chartroom.record.application.out;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.application.out.InMemoryBusyTimes;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.ScheduleView;

public final class InMemorySchedules implements Schedules {

    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;
    private final InMemoryVitalSignsReadings readings;

    public InMemorySchedules(
            InMemoryPatients patients,
            InMemoryAppointments appointments,
            InMemoryMedicalRecords records,
            InMemoryVitalSignsReadings readings) {
        this.patients = patients;
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
    }

    @Override
    public List<ScheduleView.Item> find(Actor by, Instant from, Instant to) {
        return appointments
                .heldBy(by.id())
                .filter(appointment -> !appointment.appointmentDate().isBefore(from)
                        && appointment.appointmentDate().isBefore(to))
                .sorted(Comparator.comparing(AppointmentView::appointmentDate)
                        .thenComparing(appointment -> appointment.id().toString()))
                .map(appointment -> item(by, appointment))
                .toList();
    }

    private ScheduleView.Item item(Actor by, AppointmentView appointment) {
        var patient =
                patients.findView(by, appointment.patientId()).orElseThrow().details();
        return new ScheduleView.Item(
                appointment.id(),
                appointment.patientId(),
                patient.name(),
                patient.dateOfBirth(),
                appointment.appointmentDate(),
                appointment.appointmentDate().plus(InMemoryBusyTimes.lengthOf(appointment.appointmentType())),
                appointment.appointmentType().toString(),
                appointment.status().toString(),
                appointment.reason(),
                readings.of(appointment.id()).isPresent(),
                records.of(appointment.id()).map(MedicalRecordView::id).orElse(null));
    }
}
