package org.chartroom.appointment.application;

import static org.chartroom.audit.Reference.Kind.APPOINTMENT;

import java.util.function.UnaryOperator;
import org.chartroom.appointment.AppointmentDirectory;
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
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
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
                new AppointmentId(ids.next()), command.patient(), command.provider(), command.details());
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
                version.at(),
                version.at());
    }

    @Override
    public AppointmentView changeStatus(Actor by, AppointmentId id, AppointmentStatus to) {
        change(by, id, appointment -> appointment.to(to));
        return view(by, id);
    }

    @Override
    public PatientId complete(Actor by, AppointmentId id) {
        return change(by, id, Appointment::writtenUp);
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

    private AppointmentView view(Actor by, AppointmentId id) {
        return views.find(by, id).orElseThrow(AppointmentRefusal::unknown);
    }

    private PatientId change(Actor by, AppointmentId id, UnaryOperator<Appointment> step) {
        var stored = appointments.lock(by, id);
        appointments.replace(by, step.apply(stored.value()), stored.version());
        var patient = stored.value().patient();
        trail.record(by, event(Action.UPDATE, id, patient));
        return patient;
    }

    private static AuditEvent event(Action action, AppointmentId id, PatientId patient) {
        return AuditEvent.of(action, APPOINTMENT, id.value(), patient.value());
    }
}
