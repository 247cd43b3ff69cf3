package org.chartroom.record.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.cough;
import static org.chartroom.record.domain.RecordFixtures.fatigue;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Symptom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only shows when two write to one record in the same moment. */
@Timeout(60)
class RecordLockIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final Store STORE = Store.over(DATABASE);

    private final Actor okafor = aProvider();
    private final MedicalRecord record = aRecordOf(okafor);

    @Test
    void whoWaitedForALockedRecordFindsWhatTheOtherHasAdded() throws Exception {
        var second = new AtomicReference<CompletableFuture<Version>>();

        STORE.inTransaction(() -> {
            var locked = inside().lock(okafor, record.id());
            second.set(CompletableFuture.supplyAsync(() -> added(fatigue())));
            awaitWaiterOr(second.get());
            return inside().replace(okafor, locked.value().with(cough()), locked.version());
        });
        var version = second.get().get(30, TimeUnit.SECONDS);

        var stored = STORE.port(MedicalRecords.class).find(okafor, record.id()).orElseThrow();
        assertThat(stored.version()).isEqualTo(version);
        assertThat(stored.value().symptoms())
                .extracting(symptom -> symptom.details().name())
                .containsExactly("Cough", "Fatigue");
    }

    private Version added(Symptom symptom) {
        return STORE.inTransaction(() -> {
            var locked = inside().lock(okafor, record.id());
            return inside().replace(okafor, locked.value().with(symptom), locked.version());
        });
    }

    private static MedicalRecords inside() {
        return STORE.repository(MedicalRecords.class);
    }

    private static Actor aProvider() {
        var provider = ProviderFixtures.provider();
        STORE.port(Providers.class).add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private static MedicalRecord aRecordOf(Actor by) {
        var patient = walkIn(by.id());
        var visit = appointment(patient.id(), by.id());
        var record = bareRecord(visit.id());
        STORE.port(Patients.class).add(by, patient);
        STORE.port(Appointments.class).add(by, visit);
        STORE.port(MedicalRecords.class).add(by, record);
        return record;
    }

    /** Until somebody waits for a lock, or the other is through without one. */
    private static void awaitWaiterOr(CompletableFuture<?> other) {
        var superuser = JdbcClient.create(DATABASE.superuser());
        var until = Instant.now().plusSeconds(30);
        while (!other.isDone()
                && superuser
                        .sql(
                                "select not exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                        .query(Boolean.class)
                        .single()) assertThat(Instant.now()).as("nobody waits").isBefore(until);
    }
}
