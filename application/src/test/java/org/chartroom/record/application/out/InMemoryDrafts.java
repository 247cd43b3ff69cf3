package org.chartroom.record.application.out;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.kernel.VersionClock;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.application.DraftView;
import org.chartroom.record.domain.RecordRefusal;

public final class InMemoryDrafts implements Drafts {

    private final Map<Key, DraftView> byKey = new HashMap<>();
    private final VersionClock clock = new VersionClock();
    private final InMemoryAppointments appointments;

    public InMemoryDrafts(InMemoryAppointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public Optional<DraftView> find(Actor by, AppointmentId appointment) {
        return patient(by, appointment).map(_ -> byKey.get(new Key(by.id(), appointment)));
    }

    @Override
    public Saved put(Actor by, AppointmentId appointment, String note) {
        var patient = patient(by, appointment).orElseThrow(RecordRefusal::unknownAppointment);
        if (!appointments.isOf(by, appointment)) throw RecordRefusal.notTheActors(appointment);
        var now = clock.next().at();
        var saved = byKey.merge(
                new Key(by.id(), appointment),
                new DraftView(appointment, note, now, now),
                (former, latest) -> new DraftView(appointment, latest.note(), former.createdAt(), now));
        return new Saved(patient, saved.createdAt().equals(now));
    }

    @Override
    public Optional<PatientId> remove(Actor by, AppointmentId appointment) {
        return patient(by, appointment).filter(_ -> byKey.remove(new Key(by.id(), appointment)) != null);
    }

    private Optional<PatientId> patient(Actor by, AppointmentId appointment) {
        return appointments.find(by, appointment).map(found -> found.value().patient());
    }

    private record Key(ProviderId provider, AppointmentId appointment) {}
}
