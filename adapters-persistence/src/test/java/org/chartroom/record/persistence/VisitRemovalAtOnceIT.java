package org.chartroom.record.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.application.out.WrittenVisits;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others do to an appointment, or to its patient, in the moment in which it is removed. */
@Timeout(60)
class VisitRemovalAtOnceIT {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final Store STORE = Store.over(DATABASE);

    private final Actor okafor = aProvider();
    private final Actor lindqvist = aProvider();
    private final Patient patient = walkIn(okafor.id());
    private final Appointment visit = appointment(patient.id(), lindqvist.id());

    private final Appointments appointments = STORE.repository(Appointments.class);
    private final MedicalRecords records = STORE.repository(MedicalRecords.class);
    private final VitalSignsReadings readings = STORE.repository(VitalSignsReadings.class);
    private final Patients patients = STORE.repository(Patients.class);

    @BeforeEach
    void aPatientWithAnAppointment() {
        STORE.inTransaction(() -> patients.add(okafor, patient));
        STORE.inTransaction(() -> appointments.add(okafor, visit));
    }

    @Test
    void whatIsBeingWrittenIsWaitedForAndFound() {
        for (var writing : List.<Supplier<?>>of(
                () -> records.add(lindqvist, bareRecord(visit.id())),
                () -> readings.add(lindqvist, vitalSigns(visit.id())))) {
            var found = whileOpen(writing, () -> {
                appointments.lockToRemove(okafor, visit.id());
                return STORE.repository(WrittenVisits.class).of(okafor, visit.id());
            });

            assertThat(found.isNothing()).isFalse();
        }
    }

    @Test
    void whatIsWrittenAfterwardsFindsNoAppointment() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> whileOpen(this::remove, () -> records.add(lindqvist, bareRecord(visit.id()))))
                .havingCause()
                .returns("not-found", cause -> ((Refusal) cause).code());
    }

    @Test
    void vitalSignsThatAreWrittenAfterwardsFindNoAppointment() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> whileOpen(this::remove, () -> readings.add(lindqvist, vitalSigns(visit.id()))))
                .havingCause()
                .returns("not-found", cause -> ((Refusal) cause).code());
    }

    @Test
    void whoIsBookedInTheMomentInWhichTheOnlyAppointmentIsRemovedStillSeesThePatient() {
        whileOpen(this::remove, () -> appointments.add(okafor, appointment(patient.id(), lindqvist.id())));

        assertThat(STORE.inTransaction(() -> patients.find(lindqvist, patient.id())))
                .isPresent();
    }

    @Test
    void aPatientWhoIsDeletedInTheSameMomentIsNotBooked() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> whileOpen(
                        this::deletePatient, () -> appointments.add(okafor, appointment(patient.id(), lindqvist.id()))))
                .havingCause()
                .returns("not-found", cause -> ((Refusal) cause).code());
    }

    @Test
    void whoDeletesThePatientWaitsForTheRemovalAndIsNotWaitedFor() {
        var deleting = STORE.inTransaction(() -> {
            var held = appointments.lockToRemove(okafor, visit.id());
            var begun = CompletableFuture.supplyAsync(() -> STORE.inTransaction(this::deletePatient));
            awaitLockOr(begun);
            appointments.remove(okafor, visit.id(), held.version());
            return begun;
        });

        assertThat(deleting.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(1);
    }

    @RepeatedTest(10)
    void whoRemovesAndWhoHandsOverOrDeletesThePatientDoNotBlockEachOther() throws Exception {
        var version = STORE.inTransaction(
                () -> patients.find(okafor, patient.id()).orElseThrow().version());
        var others = List.<Supplier<?>>of(
                () -> patients.transfer(okafor, patient.id(), lindqvist.id(), version),
                () -> appointments.add(okafor, appointment(patient.id(), lindqvist.id())),
                this::deletePatient,
                () -> {
                    var locked = appointments.lock(lindqvist, visit.id());
                    return appointments.replace(
                            lindqvist, locked.value().to(AppointmentStatus.CANCELLED), locked.version());
                },
                this::remove);

        var calls = others.stream()
                .map(call -> CompletableFuture.supplyAsync(() -> outcome(() -> STORE.inTransaction(call::get))))
                .toList();

        assertThat(calls)
                .extracting(call -> call.get(30, TimeUnit.SECONDS))
                .isSubsetOf("done", "not-found", "forbidden", "stale-version", "illegal-transition");
    }

    private PatientId remove() {
        var held = appointments.lockToRemove(okafor, visit.id());
        return appointments.remove(okafor, visit.id(), held.version());
    }

    private int deletePatient() {
        return STORE.repository(ActorJdbc.class)
                .as(okafor.id().value())
                .sql("delete from clinic.patient where id = :id")
                .param("id", patient.id().value())
                .update();
    }

    private static String outcome(Supplier<?> call) {
        try {
            assertThat(call.get()).isNotNull();
            return "done";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    /** What the second comes to, which begins while the first is not yet committed and has to wait for it. */
    private static <T> T whileOpen(Supplier<?> first, Supplier<T> second) {
        var waiting = STORE.inTransaction(() -> {
            assertThat(first.get()).isNotNull();
            var begun = CompletableFuture.supplyAsync(() -> STORE.inTransaction(second));
            awaitLockOr(begun);
            return begun;
        });
        return waiting.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Until somebody waits for a lock, or the other is through without one. */
    private static void awaitLockOr(CompletableFuture<?> other) {
        var superuser = JdbcClient.create(DATABASE.superuser());
        while (!other.isDone()
                && superuser
                        .sql(
                                "select not exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                        .query(Boolean.class)
                        .single()) Thread.onSpinWait();
    }

    private static Actor aProvider() {
        var provider = ProviderFixtures.provider();
        STORE.port(Providers.class).add(provider);
        return Actor.onCommandLine(provider.id());
    }
}
