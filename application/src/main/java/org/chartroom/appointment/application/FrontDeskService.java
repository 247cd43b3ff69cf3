package org.chartroom.appointment.application;

import static org.chartroom.audit.Reference.Kind.APPOINTMENT;
import static org.chartroom.audit.Reference.Kind.APPOINTMENT_LIST;

import java.util.Optional;
import java.util.function.Function;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.AppointmentViews;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FrontDeskService implements FrontDesk, AppointmentBook, AppointmentDirectory {

    private final Appointments appointments;
    private final AppointmentViews views;
    private final AuditTrail trail;
    private final IdGenerator ids;

    FrontDeskService(Appointments appointments, AppointmentViews views, AuditTrail trail, IdGenerator ids) {
        this.appointments = appointments;
        this.views = views;
        this.trail = trail;
        this.ids = ids;
    }

    @Override
    public AppointmentView book(Actor by, Book command) {
        var appointment = Appointment.book(
                new AppointmentId(ids.next()),
                command.patient(),
                command.provider(),
                command.details(),
                command.overbooking());
        var version = appointments.add(by, appointment);
        trail.record(by, event(Action.CREATE, appointment.id(), appointment.patient()));
        return new AppointmentView(
                appointment.id(),
                appointment.patient(),
                appointment.provider(),
                appointment.details().at(),
                appointment.details().type(),
                appointment.status(),
                appointment.details().reason(),
                appointment.details().notes(),
                command.overbooking() == null ? null : command.overbooking().overlapReason(),
                version.at(),
                version.at());
    }

    @Override
    public AppointmentView revise(Actor by, AppointmentId id, Version seen, Revise command) {
        var stored = appointments.lock(by, id);
        if (!stored.version().equals(seen)) throw AppointmentRefusal.stale(id, stored.version());
        appointments.replace(by, stored.value().revised(command.details(), command.overbooking()), seen);
        trail.record(by, event(Action.UPDATE, id, stored.value().patient()));
        return view(by, id);
    }

    @Override
    public AppointmentView changeStatus(Actor by, AppointmentId id, AppointmentStatus to) {
        var held = appointments.lock(by, id);
        changeStatus(by, held, held.value().to(to));
        return view(by, id);
    }

    @Override
    public <T> T complete(Actor by, AppointmentId id, Function<PatientId, T> writing) {
        var held = appointments.lock(by, id);
        var written = writing.apply(held.value().patient());
        changeStatus(by, held, held.value().writtenUp());
        return written;
    }

    @Override
    public void holdToRemove(Actor by, AppointmentId id, Version seen) {
        var stored = appointments.lockToRemove(by, id);
        if (!stored.version().equals(seen)) throw AppointmentRefusal.stale(id, stored.version());
    }

    @Override
    public PatientId remove(Actor by, AppointmentId id, Version seen) {
        var patient = appointments.remove(by, id, seen);
        trail.record(by, event(Action.DELETE, id, patient));
        return patient;
    }

    @Override
    public AppointmentEntry checked(Actor by, AppointmentEntry entry, boolean written) {
        return Appointment.checked(entry, by.id(), written);
    }

    @Override
    public PatientId hold(Actor by, AppointmentId id) {
        return appointments.lock(by, id).value().patient();
    }

    @Override
    public PatientId requireBegun(Actor by, AppointmentId id) {
        var held = appointments.lock(by, id).value();
        held.requireBegun();
        return held.patient();
    }

    @Override
    @Transactional(readOnly = true)
    public AppointmentView appointment(Actor by, AppointmentId id) {
        var appointment = view(by, id);
        trail.record(by, event(Action.READ, id, appointment.patientId()));
        return appointment;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Page<AppointmentView, AppointmentId>> appointments(
            Actor by, AppointmentQuery query, int limit, @Nullable AppointmentId after) {
        var patient = query.patient();
        if (patient == null) return trail.reading(by, APPOINTMENT_LIST, () -> views.page(by, query, limit, after));
        var seen = AuditEvent.ofPatient(Action.READ, APPOINTMENT_LIST, patient.value());
        return trail.reading(by, seen, () -> views.page(by, query, limit, after));
    }

    private AppointmentView view(Actor by, AppointmentId id) {
        return views.find(by, id).orElseThrow(AppointmentRefusal::unknown);
    }

    private void changeStatus(Actor by, Versioned<Appointment> held, Appointment changed) {
        appointments.changeStatus(by, changed.id(), changed.status(), held.version());
        trail.record(by, event(Action.UPDATE, changed.id(), changed.patient()));
    }

    private static AuditEvent event(Action action, AppointmentId id, PatientId patient) {
        return AuditEvent.of(action, APPOINTMENT, id.value(), patient.value());
    }
}
