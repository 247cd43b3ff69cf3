package org.chartroom.record.application.out;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.VersionClock;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.VitalSignsView;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;

public final class InMemoryVitalSignsReadings implements VitalSignsReadings {

    private final Map<VitalSignsId, VitalSignsView> byId = new LinkedHashMap<>();
    private final VersionClock clock = new VersionClock();
    private final InMemoryAppointments appointments;

    public InMemoryVitalSignsReadings(InMemoryAppointments appointments) {
        this.appointments = appointments;
    }

    public Optional<VitalSignsView> of(AppointmentId appointment) {
        return byId.values().stream()
                .filter(vitalSigns -> vitalSigns.appointmentId().equals(appointment))
                .findAny();
    }

    @Override
    public Optional<Versioned<VitalSigns>> find(Actor by, VitalSignsId id) {
        return Optional.ofNullable(byId.get(id))
                .filter(stored -> appointments.find(by, stored.appointmentId()).isPresent())
                .map(stored -> new Versioned<>(
                        new VitalSigns(stored.id(), stored.appointmentId(), stored.measurements()),
                        new Version(stored.updatedAt())));
    }

    @Override
    public Version add(Actor by, VitalSigns vitalSigns) {
        if (appointments.find(by, vitalSigns.appointment()).isEmpty()) throw RecordRefusal.unknownAppointment();
        refuseOthers(by, vitalSigns.appointment());
        if (of(vitalSigns.appointment()).isPresent()) throw RecordRefusal.secondVitalSigns(vitalSigns.appointment());
        var now = clock.next();
        byId.put(
                vitalSigns.id(),
                new VitalSignsView(
                        vitalSigns.id(), vitalSigns.appointment(), vitalSigns.measurements(), now.at(), now.at()));
        return now;
    }

    @Override
    public Version replace(Actor by, VitalSigns vitalSigns, Version seen) {
        var before = find(by, vitalSigns.id()).orElseThrow(RecordRefusal::unknownVitalSigns);
        refuseOthers(by, before.value().appointment());
        var current = before.version();
        if (!current.equals(seen)) throw RecordRefusal.stale(vitalSigns.id(), current);
        var now = clock.next();
        byId.computeIfPresent(
                vitalSigns.id(),
                (id, stored) -> new VitalSignsView(
                        id, stored.appointmentId(), vitalSigns.measurements(), stored.createdAt(), now.at()));
        return now;
    }

    private void refuseOthers(Actor by, AppointmentId appointment) {
        if (!appointments.isOf(by, appointment)) throw RecordRefusal.notTheActors(appointment);
    }
}
