package org.chartroom.bootstrap.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.AccountEvent.Kind.ACCOUNT_ADDED;
import static org.chartroom.provider.AccountEvent.Kind.PASSWORD_RESET;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.HoursOfWork;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.audit.Access;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.application.ProviderView;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.TakenVitalSigns;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.VitalSigns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class DemoSeedTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-26T14:00:00Z");

    private static final Actor DR_DEMO = Actor.onCommandLine(DemoClinic.PROVIDER);

    private final Store store = new Store();
    private final List<AccountEvent.Kind> told = new ArrayList<>();

    @Test
    void anEmptyDatabaseGetsTheWholeClinic() {
        var report = seedOn(MONDAY);

        assertThat(report)
                .hasToString("Added 1 provider, 5 patients, 13 allergies, 8 chronic conditions, 24 appointments,"
                        + " 14 medical records, 30 symptoms, 30 prescriptions and 14 sets of vital signs.");
        assertThat(store.stored).hasSize(1 + 1 + 5 + 24 + 14 + 14);
        assertThat(store.told).hasSize(1 + 5 + 24 + 14 + 14);
        assertThat(told).containsExactly(ACCOUNT_ADDED, PASSWORD_RESET);
    }

    @Test
    void aSecondRunOnALaterDayChangesNothing() {
        seedOn(MONDAY);
        var before = Map.copyOf(store.stored);

        var report = seedOn(THURSDAY);

        assertThat(report).hasToString("The demo clinic is already there; nothing was changed.");
        assertThat(store.stored).isEqualTo(before);
    }

    @Test
    void drDemoWorksFromMondayToFridayAndMayChooseOtherHours() {
        seedOn(MONDAY);

        var hours = store.get(DR_DEMO).value();
        assertThat(hours.on(LocalDate.parse("2026-11-27")))
                .extracting(stretch -> stretch.from() + "-" + stretch.to())
                .containsExactly("08:00-12:00", "13:00-17:00");
        assertThat(hours.on(LocalDate.parse("2026-11-28"))).isEmpty();

        store.replace(DR_DEMO, WorkingHours.NONE, Store.FIRST);
        seedOn(THURSDAY);
        assertThat(store.get(DR_DEMO).value()).isEqualTo(WorkingHours.NONE);
    }

    @Test
    void aPatientWhoIsGoneComesBackWithEverythingAndTheOthersAreLeftAlone() {
        seedOn(MONDAY);
        var before = Map.copyOf(store.stored);
        var jun = DemoClinic.on(MONDAY.atZone(ZoneId.of("UTC")).toLocalDate(), ZoneId.of("UTC"))
                .charts()
                .get(2);
        store.forget(jun);

        var report = seedOn(MONDAY);

        assertThat(report.patients()).isEqualTo(1);
        assertThat(report.providers()).isZero();
        assertThat(report.appointments()).isEqualTo(jun.visits().size());
        assertThat(store.stored.keySet()).isEqualTo(before.keySet());
        assertThat(before)
                .allSatisfy((id, thing) -> assertThat(
                                store.stored.get(id) instanceof Appointment added
                                        ? withoutOverbooking(added)
                                        : store.stored.get(id))
                        .isEqualTo(thing));
    }

    @Test
    void whoComesBackToAClinicInUseMayBeInSomebodysWay() {
        seedOn(MONDAY);
        var overbooked = store.stored.values().stream()
                .filter(thing -> thing instanceof Appointment appointment && appointment.overbooking() != null);
        assertThat(overbooked).isEmpty();
        var charts = DemoClinic.on(MONDAY.atZone(ZoneId.of("UTC")).toLocalDate(), ZoneId.of("UTC"))
                .charts();
        charts.forEach(store::forget);

        seedOn(MONDAY);

        assertThat(store.stored.values().stream()
                        .filter(Appointment.class::isInstance)
                        .map(Appointment.class::cast))
                .allSatisfy(appointment -> assertThat(appointment.overbooking() != null)
                        .isEqualTo(appointment.status().isActive()));
    }

    @Test
    void anAppointmentThatWasDeletedStaysDeleted() {
        seedOn(MONDAY);
        var deleted = DemoClinic.on(MONDAY.atZone(ZoneId.of("UTC")).toLocalDate(), ZoneId.of("UTC"))
                .charts()
                .getFirst()
                .visits()
                .getLast()
                .appointment()
                .id();
        store.stored.remove(deleted);

        var report = seedOn(THURSDAY);

        assertThat(report.isEmpty()).isTrue();
        assertThat(store.stored).doesNotContainKey(deleted);
    }

    @Test
    void drDemoGetsAPasswordOnceAndKeepsAnyOther() {
        var first = seedOn(MONDAY);
        var second = seedOn(MONDAY);

        assertThat(first.opened()).isTrue();
        assertThat(second.opened()).isFalse();
        assertThat(drDemo().passwordHash()).isEqualTo(new PasswordHash("hash of first"));
    }

    @Test
    void aDrDemoFromBeforeThereWereAnyGetsAPasswordToo() {
        seedOn(MONDAY);
        store.replace(drDemo().withPasswordHash(PasswordHash.NONE), Store.FIRST);

        var report = seedOn(MONDAY);

        assertThat(report.opened()).isTrue();
        assertThat(report).hasToString("The demo clinic is already there; Dr. Demo was given a password.");
        assertThat(told).containsExactly(ACCOUNT_ADDED, PASSWORD_RESET, PASSWORD_RESET);
        assertThat(drDemo().passwordHash()).isEqualTo(new PasswordHash("hash of first"));
    }

    private Provider drDemo() {
        return store.find(DemoClinic.PROVIDER).orElseThrow().value();
    }

    private DemoSeed.Report seedOn(Instant now) {
        return new DemoSeed(
                        store,
                        store,
                        store,
                        store,
                        store,
                        store,
                        store,
                        store,
                        event -> told.add(((AccountEvent) event).kind()),
                        TransactionOperations.withoutTransaction(),
                        Clock.fixed(now, ZoneId.of("UTC")))
                .seed(new Password("first"));
    }

    private static Appointment withoutOverbooking(Appointment appointment) {
        return new Appointment(
                appointment.id(),
                appointment.patient(),
                appointment.provider(),
                appointment.details(),
                appointment.status(),
                null);
    }

    /** What a database does with the seed: refuses an id that it has, a child whose parent it has not. */
    private static final class Store
            implements Providers,
                    PasswordHasher,
                    Patients,
                    HoursOfWork,
                    Appointments,
                    MedicalRecords,
                    VitalSignsReadings,
                    AuditTrail {

        private static final Version FIRST = new Version(Instant.EPOCH);

        private final Map<Object, Object> stored = new HashMap<>();
        private final List<AuditEvent> told = new ArrayList<>();

        @Override
        public void record(Actor by, AuditEvent... events) {
            told.addAll(List.of(events));
        }

        @Override
        public <T> T reading(Actor by, Reference.Kind list, Supplier<T> reading) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<T> reading(Actor by, AuditEvent seen, Supplier<Optional<T>> reading) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Versioned<Provider>> find(ProviderId id) {
            return Optional.ofNullable((Provider) stored.get(id)).map(provider -> new Versioned<>(provider, FIRST));
        }

        @Override
        public Version replace(Provider provider, Version seen) {
            stored.put(provider.id(), provider);
            return FIRST;
        }

        @Override
        public Optional<ProviderView> findView(ProviderId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AccountView> accounts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public PasswordHash hash(Password password) {
            return new PasswordHash("hash of " + password.value());
        }

        @Override
        public boolean matches(Password password, @Nullable PasswordHash hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Versioned<Patient>> find(Actor by, PatientId id) {
            return Optional.ofNullable((Patient) stored.get(id)).map(patient -> new Versioned<>(patient, FIRST));
        }

        @Override
        public Optional<Versioned<Appointment>> find(Actor by, AppointmentId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Versioned<Appointment> lock(Actor by, AppointmentId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Versioned<Appointment> lockToRemove(Actor by, AppointmentId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PatientId remove(Actor by, AppointmentId id, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Versioned<MedicalRecord>> find(Actor by, MedicalRecordId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<AppointmentId> appointmentOf(Actor by, MedicalRecordId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<MedicalRecordId> idOf(Actor by, AppointmentId appointment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Versioned<MedicalRecord> lock(Actor by, MedicalRecordId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Versioned<VitalSigns>> find(Actor by, VitalSignsId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Versioned<WorkingHours>> find(Actor by, ProviderId provider) {
            assertThat(stored).containsKey(provider);
            return Optional.of(new Versioned<>(
                    (WorkingHours) stored.getOrDefault("hours of " + provider, WorkingHours.NONE), FIRST));
        }

        @Override
        public Version replace(Actor by, WorkingHours hours, Version seen) {
            stored.put("hours of " + by.id(), hours);
            return FIRST;
        }

        @Override
        public void add(Provider provider) {
            store(provider.id(), provider);
        }

        @Override
        public Version add(Actor by, Patient patient) {
            assertThat(stored).containsKey(patient.provider());
            assertThat(patient.provider()).isEqualTo(by.id());
            return store(patient.id(), patient);
        }

        @Override
        public Version add(Actor by, Appointment appointment) {
            assertThat(stored).containsKeys(appointment.patient(), appointment.provider());
            return store(appointment.id(), appointment);
        }

        @Override
        public Version add(Actor by, MedicalRecord record) {
            assertThat(stored).containsKey(record.appointment());
            return store(record.id(), record);
        }

        @Override
        public TakenVitalSigns add(Actor by, VitalSigns vitalSigns) {
            var visit = (Appointment) requireNonNull(stored.get(vitalSigns.appointment()));
            var patient = (Patient) requireNonNull(stored.get(visit.patient()));
            var at = store(vitalSigns.id(), vitalSigns).at();
            return new TakenVitalSigns(
                    vitalSigns.id(),
                    visit.id(),
                    patient.id(),
                    patient.details().dateOfBirth(),
                    visit.details().at(),
                    vitalSigns.measurements(),
                    at,
                    at);
        }

        @Override
        public Version replace(Actor by, Patient patient, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Versioned<Patient> lock(Actor by, PatientId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void lockToRemove(Actor by, PatientId id, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PatientId> namesakes(Actor by, PatientDetails details) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Actor by, PatientId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Version transfer(Actor by, PatientId id, ProviderId receiver, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Version replace(Actor by, Appointment appointment, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Version changeStatus(Actor by, AppointmentId id, AppointmentStatus to, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Version replace(Actor by, MedicalRecord record, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TakenVitalSigns replace(Actor by, VitalSigns vitalSigns, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Versioned<VitalSigns>> findOf(Actor by, AppointmentId appointment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Actor by, VitalSignsId id, Version seen) {
            throw new UnsupportedOperationException();
        }

        private Version store(Object id, Object thing) {
            assertThat(stored.put(id, thing)).isNull();
            return FIRST;
        }

        private void forget(DemoClinic.Chart chart) {
            stored.remove(chart.patient().id());
            for (var visit : chart.visits()) {
                stored.remove(visit.appointment().id());
                if (visit.record() != null) stored.remove(visit.record().id());
                if (visit.vitalSigns() != null) stored.remove(visit.vitalSigns().id());
            }
        }
    }
}
