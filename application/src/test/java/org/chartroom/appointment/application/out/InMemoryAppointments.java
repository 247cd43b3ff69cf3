package org.chartroom.appointment.application.out;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.VersionClock;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.InMemoryProviders;

public final class InMemoryAppointments implements Appointments, AppointmentDirectory {

    private final Map<AppointmentId, AppointmentView> byId = new LinkedHashMap<>();
    private final VersionClock clock = new VersionClock();
    private final InMemoryProviders providers;
    private final InMemoryPatients patients;

    public InMemoryAppointments(InMemoryProviders providers, InMemoryPatients patients) {
        this.providers = providers;
        this.patients = patients;
    }

    /** The appointments of one patient, with whomever, in no order that anybody should rely on. */
    public Stream<AppointmentView> of(PatientId patient) {
        return byId.values().stream()
                .filter(appointment -> appointment.patientId().equals(patient));
    }

    public PatientId patientOf(AppointmentId appointment) {
        return Optional.ofNullable(byId.get(appointment)).orElseThrow().patientId();
    }

    public Optional<AppointmentView> findView(Actor by, AppointmentId id) {
        return Optional.ofNullable(byId.get(id))
                .filter(appointment ->
                        patients.find(by, appointment.patientId()).isPresent());
    }

    @Override
    public Optional<Versioned<Appointment>> find(Actor by, AppointmentId id) {
        return findView(by, id).map(stored -> new Versioned<>(appointment(stored), stored.version()));
    }

    @Override
    public Versioned<Appointment> lock(Actor by, AppointmentId id) {
        var stored = find(by, id).orElseThrow(AppointmentRefusal::unknown);
        if (!isOf(by, id)) throw AppointmentRefusal.notTheActors(id);
        return stored;
    }

    /** Whether the actor may change an appointment, and write it up. */
    public boolean isOf(Actor by, AppointmentId id) {
        return findView(by, id)
                .filter(appointment -> appointment.providerId().equals(by.id())
                        || patients.findView(by, appointment.patientId())
                                .filter(patient -> InMemoryPatients.isOf(by, patient))
                                .isPresent())
                .isPresent();
    }

    @Override
    public Version add(Actor by, Appointment appointment) {
        var patient = patients.findView(by, appointment.patient())
                .orElseThrow(() -> AppointmentRefusal.unknownPatient(appointment.patient()));
        if (!InMemoryPatients.isOf(by, patient)) throw AppointmentRefusal.notTheActorsPatient(patient.id());
        if (providers.find(appointment.provider()).isEmpty())
            throw InvalidInput.of("providerId", "unknown", "must be a provider of the clinic");
        patients.attend(appointment.patient(), appointment.provider());
        var now = clock.next();
        return put(appointment, appointment.patient(), appointment.provider(), now.at(), now);
    }

    @Override
    public Version replace(Actor by, Appointment appointment, Version seen) {
        var current = lock(by, appointment.id()).version();
        if (!current.equals(seen)) throw AppointmentRefusal.stale(appointment.id(), current);
        var stored = findView(by, appointment.id()).orElseThrow();
        return put(appointment, stored.patientId(), stored.providerId(), stored.createdAt(), clock.next());
    }

    @Override
    public PatientId complete(Actor by, AppointmentId id) {
        var stored = lock(by, id);
        replace(by, stored.value().writtenUp(), stored.version());
        return stored.value().patient();
    }

    @Override
    public PatientId hold(Actor by, AppointmentId id) {
        return lock(by, id).value().patient();
    }

    @Override
    public PatientId requireBegun(Actor by, AppointmentId id) {
        var held = lock(by, id).value();
        held.requireBegun();
        return held.patient();
    }

    private Version put(
            Appointment appointment, PatientId patient, ProviderId provider, Instant createdAt, Version now) {
        byId.put(
                appointment.id(),
                new AppointmentView(
                        appointment.id(),
                        patient,
                        provider,
                        appointment.details().at(),
                        appointment.details().type(),
                        appointment.status(),
                        appointment.details().reason(),
                        appointment.details().notes(),
                        createdAt,
                        now.at()));
        return now;
    }

    private static Appointment appointment(AppointmentView stored) {
        return new Appointment(
                stored.id(),
                stored.patientId(),
                stored.providerId(),
                new AppointmentDetails(
                        stored.appointmentDate(), stored.appointmentType(), stored.reason(), stored.notes()),
                stored.status());
    }
}
