package org.chartroom.appointment.application.out;

import java.util.Comparator;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentQuery;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.kernel.Page;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

public final class InMemoryAppointmentViews implements AppointmentViews {

    private static final Comparator<AppointmentView> ORDER = Comparator.comparing(AppointmentView::appointmentDate)
            .thenComparing(appointment -> appointment.id().toString());

    private final InMemoryAppointments appointments;
    private final InMemoryPatients patients;

    public InMemoryAppointmentViews(InMemoryAppointments appointments, InMemoryPatients patients) {
        this.appointments = appointments;
        this.patients = patients;
    }

    @Override
    public Optional<AppointmentView> find(Actor by, AppointmentId id) {
        return appointments.findView(by, id);
    }

    @Override
    public Optional<Page<AppointmentView, AppointmentId>> page(
            Actor by, AppointmentQuery query, int limit, @Nullable AppointmentId after) {
        if (after == null) return Optional.of(page(by, query, limit, (AppointmentView) null));
        return find(by, after).map(place -> page(by, query, limit, place));
    }

    private Page<AppointmentView, AppointmentId> page(
            Actor by, AppointmentQuery query, int limit, @Nullable AppointmentView after) {
        var patient = query.patient();
        if (patient != null && patients.find(by, patient).isEmpty()) throw AppointmentRefusal.unknownPatient(patient);
        var upToOneMore = appointments
                .seenBy(by)
                .filter(appointment -> patient == null
                        ? appointment.providerId().equals(by.id())
                        : appointment.patientId().equals(patient))
                .filter(appointment -> !appointment.appointmentDate().isBefore(query.from())
                        && appointment.appointmentDate().isBefore(query.to())
                        && query.statuses().contains(appointment.status())
                        && (after == null || ORDER.compare(appointment, after) > 0))
                .sorted(ORDER)
                .limit(limit + 1L)
                .toList();
        return Page.of(upToOneMore, limit, AppointmentView::id);
    }
}
