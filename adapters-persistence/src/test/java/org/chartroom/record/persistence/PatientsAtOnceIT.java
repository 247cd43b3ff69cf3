package org.chartroom.record.persistence;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.allergy;
import static org.chartroom.patient.domain.PatientFixtures.bareDetails;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.application.ReceiptFixtures.receipt;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.DeletionReceipt;
import org.chartroom.record.application.out.ChartRows;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.MedicalRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two do to one patient at the same moment comes one after the other, and neither locks the other out for good. */
@Timeout(60)
class PatientsAtOnceIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final Store STORE = Store.over(DATABASE);

    @AutoClose
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final Patients patients = STORE.repository(Patients.class);
    private final Appointments appointments = STORE.repository(Appointments.class);
    private final MedicalRecords records = STORE.repository(MedicalRecords.class);
    private final VitalSignsReadings readings = STORE.repository(VitalSignsReadings.class);
    private final ChartRows rows = STORE.repository(ChartRows.class);

    private final Actor okafor = aProvider();

    @Test
    void ofTwoWhoRegisterTheSamePersonTheLaterOneIsTold() throws Exception {
        var first = walkIn(okafor.id());

        var second = whileOpen(
                () -> {
                    assertThat(patients.namesakes(okafor, bareDetails())).isEmpty();
                    patients.add(okafor, first);
                },
                () -> patients.namesakes(okafor, bareDetails()),
                () -> {});

        assertThat(second).containsExactly(first.id());
    }

    @Test
    void twoWhoRegisterDifferentPeopleDoNotWaitForEachOther() throws Exception {
        var other = Actor.onCommandLine(aProvider().id());

        STORE.inTransaction(() -> {
            patients.namesakes(okafor, bareDetails());
            return inThread(() -> STORE.inTransaction(() -> patients.namesakes(other, bareDetails())));
        });
    }

    @Test
    void twoAllergiesThatAreRecordedAtOnceBothStay() throws Exception {
        var id = registered(walkIn(okafor.id()));

        whileOpen(() -> recordAnAllergy(id), () -> recordAnAllergy(id), () -> {});

        assertThat(stored(id).allergies()).hasSize(2);
    }

    @Test
    void aBookingThatCameFirstIsOnTheReceipt() throws Exception {
        var id = registered(patient(okafor.id()));

        var receipt =
                whileOpen(() -> appointments.add(okafor, appointment(id, okafor.id())), () -> erase(id), () -> {});

        assertThat(receipt)
                .isEqualTo(receipt(
                        id,
                        Map.of(
                                "patients",
                                1,
                                "allergies",
                                3,
                                "chronicConditions",
                                2,
                                "appointments",
                                1,
                                "rowVersions",
                                7)));
    }

    @Test
    void whoIsBeingDeletedIsNotBookedInAnyMore() {
        var id = registered(walkIn(okafor.id()));

        assertThatThrownBy(() -> whileOpen(
                        () -> erase(id), () -> appointments.add(okafor, appointment(id, okafor.id())), () -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
    }

    @Test
    void ofTwoDeletionsTheLaterOneFindsNobody() {
        var id = registered(walkIn(okafor.id()));

        assertThatThrownBy(() -> whileOpen(() -> erase(id), () -> erase(id), () -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
    }

    @Test
    void aVisitThatIsBeingWrittenUpIsWaitedForAndIsOnTheReceipt() throws Exception {
        var id = registered(walkIn(okafor.id()));
        var visit = booked(id);
        var record = medicalRecord(visit.id());

        var receipt = whileOpen(
                () -> {
                    records.add(okafor, record);
                    readings.add(okafor, vitalSigns(visit.id()));
                },
                () -> erase(id),
                () -> { // what the first does while the second waits for it
                    var locked = appointments.lock(okafor, visit.id());
                    appointments.replace(okafor, locked.value().writtenUp(), locked.version());
                });

        assertThat(receipt)
                .isEqualTo(receipt(
                        id,
                        Map.ofEntries(
                                entry("patients", 1),
                                entry("appointments", 1),
                                entry("medicalRecords", 1),
                                entry("symptoms", record.symptoms().size()),
                                entry("prescriptions", record.prescriptions().size()),
                                entry("vitalSigns", 1),
                                entry(
                                        "rowVersions",
                                        5
                                                + record.symptoms().size()
                                                + record.prescriptions().size()))));
    }

    @Test
    void aVisitOfWhoIsBeingDeletedIsNotWrittenUpAnyMore() {
        var id = registered(walkIn(okafor.id()));
        var visit = booked(id).id();
        var other = registered(walkIn(okafor.id()));
        var otherVisit = booked(other).id();

        assertThatThrownBy(() -> whileOpen(() -> erase(id), () -> records.add(okafor, medicalRecord(visit)), () -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
        assertThatThrownBy(() ->
                        whileOpen(() -> erase(other), () -> readings.add(okafor, vitalSigns(otherVisit)), () -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
    }

    @Test
    void aRecordThatIsBeingReplacedIsCountedAsItWillBe() throws Exception {
        var id = registered(walkIn(okafor.id()));
        var record = medicalRecord(booked(id).id());
        var seen = STORE.inTransaction(() -> records.add(okafor, record));
        var fewer = new MedicalRecord(
                record.id(), record.appointment(), record.note(), record.scribe(), List.of(), record.prescriptions());

        var receipt = whileOpen(() -> records.replace(okafor, fewer, seen), () -> erase(id), () -> {});

        assertThat(receipt.symptoms()).isZero();
        assertThat(receipt.prescriptions()).isEqualTo(record.prescriptions().size());
    }

    @Test
    void whoIsHandedOverFirstIsNoLongerTheFormerProvidersToDelete() {
        var id = registered(walkIn(okafor.id()));
        var lindqvist = aProvider();
        var seen = STORE.inTransaction(() -> patients.get(okafor, id)).version();

        assertThatThrownBy(() -> whileOpen(
                        () -> patients.transfer(okafor, id, lindqvist.id(), seen),
                        () -> {
                            patients.lockToRemove(okafor, id, seen);
                            return true;
                        },
                        () -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
    }

    /** The second begins, and comes to wait, while the first has done its work and not yet committed. */
    private <T> T whileOpen(Runnable first, Supplier<T> second, Runnable meanwhile) throws Exception {
        var done = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var one = threads.submit(() -> STORE.inTransaction(() -> {
            first.run();
            done.countDown();
            await(goOn);
            meanwhile.run();
            return true;
        }));
        await(done);
        var other = threads.submit(() -> STORE.inTransaction(second));
        try {
            awaitWaiter(other);
        } finally {
            goOn.countDown();
        }
        one.get();
        try {
            return other.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            throw e;
        }
    }

    private DeletionReceipt erase(PatientId id) {
        patients.lockToRemove(okafor, id, patients.get(okafor, id).version());
        var receipt = rows.lock(okafor, id);
        patients.remove(okafor, id);
        return receipt;
    }

    private boolean recordAnAllergy(PatientId id) {
        var locked = patients.lock(okafor, id);
        patients.replace(okafor, locked.value().record(allergy()), locked.version());
        return true;
    }

    private static Actor aProvider() {
        var provider = ProviderFixtures.provider();
        STORE.port(Providers.class).add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private PatientId registered(Patient patient) {
        STORE.port(Patients.class).add(okafor, patient);
        return patient.id();
    }

    private Patient stored(PatientId id) {
        return STORE.port(Patients.class).get(okafor, id).value();
    }

    private Appointment booked(PatientId id) {
        var appointment = appointment(id, okafor.id());
        STORE.port(Appointments.class).add(okafor, appointment);
        return appointment;
    }

    private <T> T inThread(Supplier<T> work) {
        try {
            return threads.submit(work::get).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until somebody waits for a lock, which must be within moments. */
    private static void awaitWaiter(Future<?> other) {
        var superuser = JdbcClient.create(DATABASE.superuser());
        var until = Instant.now().plusSeconds(20);
        while (superuser
                        .sql(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(other.isDone()).as("nobody waits").isFalse();
            assertThat(Instant.now()).as("nobody waits").isBefore(until);
        }
    }
}
