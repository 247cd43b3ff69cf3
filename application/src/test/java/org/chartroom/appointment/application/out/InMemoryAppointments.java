package org.chartroom.appointment.application.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.Overbooking;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.VersionClock;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
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

    /** All appointments of patients whom the actor sees, in no order that anybody should rely on. */
    public Stream<AppointmentView> seenBy(Actor by) {
        return byId.values().stream()
                .filter(appointment ->
                        patients.find(by, appointment.patientId()).isPresent());
    }

    /** The appointments of one provider, with whomever, in no order that anybody should rely on. */
    public Stream<AppointmentView> heldBy(ProviderId provider) {
        return byId.values().stream()
                .filter(appointment -> appointment.providerId().equals(provider));
    }

    public PatientId patientOf(AppointmentId appointment) {
        return Optional.ofNullable(byId.get(appointment)).orElseThrow().patientId();
    }

    public Optional<AppointmentView> findView(Actor by, AppointmentId id) {
        return Optional.ofNullable(byId.get(id))
                .filter(appointment ->
                        patients.find(by, appointment.patientId()).isPresent());
    }

    /** The patient of an appointment. */
    public Optional<PatientView> findPatientAt(Actor by, AppointmentId id) {
        return findView(by, id).flatMap(appointment -> patients.findView(by, appointment.patientId()));
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
                        || findPatientAt(by, id)
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
        refuseTaken(by, appointment.provider(), appointment);
        patients.attend(appointment.patient(), appointment.provider());
        var now = clock.next();
        return put(appointment, appointment.patient(), appointment.provider(), now.at(), now);
    }

    @Override
    public Version replace(Actor by, Appointment appointment, Version seen) {
        var current = lock(by, appointment.id()).version();
        if (!current.equals(seen)) throw AppointmentRefusal.stale(appointment.id(), current);
        var stored = findView(by, appointment.id()).orElseThrow();
        if (!stored.status().isActive() || isMoved(stored, appointment))
            refuseTaken(by, stored.providerId(), appointment);
        return put(appointment, stored.patientId(), stored.providerId(), stored.createdAt(), clock.next());
    }

    @Override
    public Version changeStatus(Actor by, AppointmentId id, AppointmentStatus to, Version seen) {
        var stored = lock(by, id).value();
        return replace(
                by,
                new Appointment(id, stored.patient(), stored.provider(), stored.details(), to, stored.overbooking()),
                seen);
    }

    @Override
    public <T> T complete(Actor by, AppointmentId id, Function<PatientId, T> writing) {
        var held = lock(by, id);
        var written = writing.apply(held.value().patient());
        replace(by, held.value().writtenUp(), held.version());
        return written;
    }

    @Override
    public AppointmentEntry checked(Actor by, AppointmentEntry entry, boolean written) {
        return Appointment.checked(entry, by.id(), written);
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

    @Override
    public Versioned<Appointment> lockToRemove(Actor by, AppointmentId id) {
        var stored = find(by, id).orElseThrow(AppointmentRefusal::unknown);
        var patient = patients.findView(by, stored.value().patient()).orElseThrow();
        if (!InMemoryPatients.isOf(by, patient)) throw AppointmentRefusal.notTheActorsToRemove(id);
        return stored;
    }

    @Override
    public void holdToRemove(Actor by, AppointmentId id, Version seen) {
        var current = lockToRemove(by, id).version();
        if (!current.equals(seen)) throw AppointmentRefusal.stale(id, current);
    }

    @Override
    public PatientId remove(Actor by, AppointmentId id, Version seen) {
        holdToRemove(by, id, seen);
        var removed = findView(by, id).orElseThrow();
        byId.remove(id);
        if (of(removed.patientId()).noneMatch(left -> left.providerId().equals(removed.providerId())))
            patients.leave(removed.patientId(), removed.providerId());
        return removed.patientId();
    }

    private static boolean isMoved(AppointmentView stored, Appointment next) {
        return !stored.appointmentDate().equals(next.details().at())
                || stored.appointmentType() != next.details().type();
    }

    private void refuseTaken(Actor by, ProviderId provider, Appointment next) {
        if (!next.status().isActive() || next.overbooking() != null) return;
        var begin = next.details().at();
        var end = begin.plus(length(next.details().type()));
        var taken = byId.values().stream()
                .filter(other -> other.status().isActive()
                        && other.providerId().equals(provider)
                        && !other.id().equals(next.id())
                        && other.appointmentDate().isBefore(end)
                        && other.appointmentDate()
                                .plus(length(other.appointmentType()))
                                .isAfter(begin))
                .sorted(Comparator.comparing(AppointmentView::appointmentDate))
                .toList();
        if (!taken.isEmpty())
            throw AppointmentRefusal.doubleBooked(taken.stream()
                    .map(AppointmentView::id)
                    .filter(id -> findView(by, id).isPresent())
                    .toList());
    }

    /** As the first clinic has them. */
    public static Duration length(AppointmentType type) {
        return switch (type) {
            case NEW_PATIENT -> Duration.ofMinutes(40);
            case ROUTINE_CHECKUP -> Duration.ofMinutes(30);
            case FOLLOW_UP, SICK_VISIT, TELEHEALTH -> Duration.ofMinutes(20);
        };
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
                        appointment.overbooking() == null
                                ? null
                                : appointment.overbooking().overlapReason(),
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
                stored.status(),
                stored.overlapReason() == null ? null : new Overbooking(stored.overlapReason()));
    }
}
