package org.chartroom.record.application.out;

import java.util.Comparator;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.kernel.Page;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.WorkItem;
import org.jspecify.annotations.Nullable;

public final class InMemoryWorkItems implements WorkItems {

    private static final Comparator<AppointmentView> BY_TIME = Comparator.comparing(AppointmentView::appointmentDate)
            .thenComparing(appointment -> appointment.id().toString());

    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;

    public InMemoryWorkItems(
            InMemoryPatients patients, InMemoryAppointments appointments, InMemoryMedicalRecords records) {
        this.patients = patients;
        this.appointments = appointments;
        this.records = records;
    }

    @Override
    public Optional<Page<WorkItem, AppointmentId>> page(Actor by, int limit, @Nullable AppointmentId after) {
        var begin = after == null ? null : appointments.findView(by, after).orElse(null);
        if (after != null && begin == null) return Optional.empty();
        var upToOneMore = appointments
                .heldBy(by.id())
                .filter(this::isOpen)
                .sorted(BY_TIME)
                .filter(appointment -> begin == null || BY_TIME.compare(appointment, begin) > 0)
                .limit(limit + 1L)
                .map(appointment -> item(by, appointment))
                .toList();
        return Optional.of(Page.of(upToOneMore, limit, WorkItem::appointmentId));
    }

    private boolean isOpen(AppointmentView appointment) {
        return records.of(appointment.id())
                .map(record -> records.signaturesOf(record.id()).isEmpty())
                .orElse(appointment.status() == AppointmentStatus.COMPLETED);
    }

    private WorkItem item(Actor by, AppointmentView appointment) {
        var patient = patients.findView(by, appointment.patientId()).orElseThrow();
        return new WorkItem(
                appointment.id(),
                patient.id(),
                patient.details().name(),
                patient.details().dateOfBirth(),
                appointment.appointmentDate(),
                appointment.appointmentType().toString(),
                appointment.status().toString(),
                records.of(appointment.id()).map(MedicalRecordView::id).orElse(null),
                (int) records.of(appointment.id()).stream()
                        .flatMap(record -> records.proposalsOf(record.id()).stream())
                        .filter(proposal -> proposal.decision() == null)
                        .count());
    }
}
