package org.chartroom.appointment.application;

import java.util.function.UnaryOperator;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.AppointmentViews;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.provider.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FrontDeskService implements FrontDesk, AppointmentBook, AppointmentDirectory {

    private final Appointments appointments;
    private final AppointmentViews views;
    private final IdGenerator ids;

    FrontDeskService(Appointments appointments, AppointmentViews views, IdGenerator ids) {
        this.appointments = appointments;
        this.views = views;
        this.ids = ids;
    }

    @Override
    public AppointmentView book(Actor by, Book command) {
        var appointment = Appointment.book(
                new AppointmentId(ids.next()), command.patient(), command.provider(), command.details());
        var version = appointments.add(by, appointment);
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
        return appointment(by, id);
    }

    @Override
    public void complete(Actor by, AppointmentId id) {
        change(by, id, Appointment::writtenUp);
    }

    @Override
    @Transactional(readOnly = true)
    public AppointmentView appointment(Actor by, AppointmentId id) {
        return views.find(by, id).orElseThrow(AppointmentRefusal::unknown);
    }

    private void change(Actor by, AppointmentId id, UnaryOperator<Appointment> step) {
        var stored = appointments.lock(by, id);
        appointments.replace(by, step.apply(stored.value()), stored.version());
    }
}
