package org.chartroom.record.application.out;

import java.time.Instant;
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
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;

public final class InMemoryVitalSignsReadings implements VitalSignsReadings {

    private final Map<VitalSignsId, Stored> byId = new LinkedHashMap<>();
    private final VersionClock clock = new VersionClock();
    private final InMemoryAppointments appointments;

    public InMemoryVitalSignsReadings(InMemoryAppointments appointments) {
        this.appointments = appointments;
    }

    public Optional<Stored> of(AppointmentId appointment) {
        return byId.values().stream()
                .filter(stored -> stored.appointmentId().equals(appointment))
                .findAny();
    }

    @Override
    public Optional<Versioned<VitalSigns>> find(Actor by, VitalSignsId id) {
        return Optional.ofNullable(byId.get(id)).flatMap(stored -> seen(by, stored));
    }

    @Override
    public Optional<Versioned<VitalSigns>> findOf(Actor by, AppointmentId appointment) {
        return of(appointment).flatMap(stored -> seen(by, stored));
    }

    @Override
    public TakenVitalSigns add(Actor by, VitalSigns vitalSigns) {
        if (appointments.find(by, vitalSigns.appointment()).isEmpty()) throw RecordRefusal.unknownAppointment();
        refuseOthers(by, vitalSigns.appointment());
        if (of(vitalSigns.appointment()).isPresent()) throw RecordRefusal.secondVitalSigns(vitalSigns.appointment());
        var now = clock.next();
        byId.put(vitalSigns.id(), new Stored(vitalSigns, now.at(), now.at()));
        return taken(by, vitalSigns.appointment()).orElseThrow();
    }

    @Override
    public TakenVitalSigns replace(Actor by, VitalSigns vitalSigns, Version seen) {
        refuseStale(by, vitalSigns.id(), seen);
        var now = clock.next();
        var replaced = Optional.ofNullable(byId.computeIfPresent(
                vitalSigns.id(),
                (id, stored) -> new Stored(
                        new VitalSigns(id, stored.appointmentId(), vitalSigns.measurements()),
                        stored.createdAt(),
                        now.at())));
        return replaced.flatMap(stored -> taken(by, stored.appointmentId())).orElseThrow();
    }

    @Override
    public void remove(Actor by, VitalSignsId id, Version seen) {
        refuseStale(by, id, seen);
        byId.remove(id);
    }

    Optional<TakenVitalSigns> taken(Actor by, AppointmentId appointment) {
        return of(appointment)
                .flatMap(stored -> appointments
                        .findView(by, appointment)
                        .flatMap(visit -> appointments
                                .findPatientAt(by, appointment)
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

    private Optional<Versioned<VitalSigns>> seen(Actor by, Stored stored) {
        return appointments
                .find(by, stored.appointmentId())
                .map(_ -> new Versioned<>(stored.vitalSigns(), new Version(stored.updatedAt())));
    }

    private void refuseStale(Actor by, VitalSignsId id, Version seen) {
        var stored = find(by, id).orElseThrow(RecordRefusal::unknownVitalSigns);
        refuseOthers(by, stored.value().appointment());
        if (!stored.version().equals(seen)) throw RecordRefusal.stale(id, stored.version());
    }

    private void refuseOthers(Actor by, AppointmentId appointment) {
        if (!appointments.isOf(by, appointment)) throw RecordRefusal.notTheActors(appointment);
    }

    /** Vital signs with their times. */
    public record Stored(VitalSigns vitalSigns, Instant createdAt, Instant updatedAt) {

        public VitalSignsId id() {
            return vitalSigns.id();
        }

        public AppointmentId appointmentId() {
            return vitalSigns.appointment();
        }

        public Measurements measurements() {
            return vitalSigns.measurements();
        }
    }
}
