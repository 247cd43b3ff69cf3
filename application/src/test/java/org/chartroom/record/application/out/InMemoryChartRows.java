package org.chartroom.record.application.out;

import java.util.Map;
import java.util.Optional;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.DeletionReceipt;
import org.chartroom.record.application.ReceiptFixtures;

public final class InMemoryChartRows implements ChartRows {

    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;
    private final InMemoryVitalSignsReadings readings;

    public InMemoryChartRows(
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
    public DeletionReceipt lock(Actor by, PatientId patient) {
        return patients.findView(by, patient)
                .filter(stored -> InMemoryPatients.isOf(by, stored))
                .map(this::receipt)
                .orElseGet(() -> ReceiptFixtures.receipt(patient, Map.of()));
    }

    private DeletionReceipt receipt(PatientView patient) {
        var visits = appointments.of(patient.id()).map(AppointmentView::id).toList();
        var written = visits.stream().map(records::of).flatMap(Optional::stream).toList();
        var measured = (int)
                visits.stream().map(readings::of).flatMap(Optional::stream).count();
        var symptoms =
                written.stream().mapToInt(record -> record.symptoms().size()).sum();
        var prescriptions = written.stream()
                .mapToInt(record -> record.prescriptions().size())
                .sum();
        var history = patient.allergies().size() + patient.chronicConditions().size();
        return new DeletionReceipt(
                patient.id(),
                1,
                patient.allergies().size(),
                patient.chronicConditions().size(),
                visits.size(),
                written.size(),
                symptoms,
                prescriptions,
                measured,
                written.stream()
                        .mapToInt(record -> records.signaturesOf(record.id()).size())
                        .sum(),
                written.stream()
                        .mapToInt(record -> records.addendaOf(record.id()).size())
                        .sum(),
                written.stream()
                        .mapToInt(record -> records.proposalsOf(record.id()).size())
                        .sum(),
                // nothing is remembered here but the present state of each row
                1 + history + visits.size() + written.size() + symptoms + prescriptions + measured);
    }
}
