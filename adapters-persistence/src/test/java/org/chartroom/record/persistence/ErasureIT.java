package org.chartroom.record.persistence;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.MONDAY_9AM;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooked;
import static org.chartroom.patient.domain.PatientFixtures.named;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.addendum;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.proposal;
import static org.chartroom.record.domain.RecordFixtures.proposed;
import static org.chartroom.record.domain.RecordFixtures.signature;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.application.out.RememberedAnswers;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.jdbc.Ownership;
import org.chartroom.jdbc.Ownership.About;
import org.chartroom.jdbc.Ownership.Erasure;
import org.chartroom.jdbc.Ownership.Table;
import org.chartroom.jdbc.PatientRows;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.DeletionReceipt;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.application.out.ChartRows;
import org.chartroom.record.application.out.Drafts;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient of whom every table that is about patients has something is erased, and looked for in every table. */
class ErasureIT {

    private static final Map<String, Table> TABLES = Ownership.ofTheProduct().tables();

    private static final Map<String, Table> OF_PATIENTS = new TreeMap<>(TABLES.entrySet().stream()
            .filter(entry -> entry.getValue().about() == About.PATIENT)
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));

    /** Words of this patient alone. */
    private static final List<String> WORDS = List.of(
            "Xanthippopoulos", "anaphylaxis", "diabetes", "taxi", "squeezed in", "crackles", "fatigue", "amoxicillin");

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated();

    @AutoClose
    private final Store store = Store.over(database);

    private final PatientRows rows = new PatientRows(database.superuser());
    private final Actor okafor = aProvider();
    private final Patient erased = new Patient(
            patientId(),
            okafor.id(),
            named(new PersonName("Zoë", "Xanthippopoulos")),
            patient().allergies(),
            patient().chronicConditions());
    private final Patient other = walkIn(okafor.id());

    @BeforeEach
    void everythingIsKnownOfOneOfTwoPatients() {
        store.port(Patients.class).add(okafor, other);
        store.port(Patients.class).add(okafor, erased);
        var visit = appointment(erased.id(), okafor.id());
        store.port(Appointments.class).add(okafor, visit);
        store.port(Appointments.class).add(okafor, overbooked(erased.id(), okafor.id(), MONDAY_9AM));
        var record = medicalRecord(visit.id());
        store.port(MedicalRecords.class).add(okafor, record);
        store.port(Proposals.class)
                .add(okafor, record.id(), List.of(proposal(record, proposed().getFirst(), okafor)));
        store.port(Signatures.class).add(okafor, signature(record, okafor));
        store.port(Addenda.class).add(okafor, addendum(record.id(), 1, okafor));
        store.port(VitalSignsReadings.class).add(okafor, vitalSigns(visit.id()));
        store.port(Drafts.class).put(okafor, visit.id(), "{\"plan\":\"Call Ms. Xanthippopoulos\"}");
        store.port(RememberedAnswers.class)
                .put(
                        okafor,
                        new IdempotencyKey("visit"),
                        new Fingerprint("0a".repeat(32)),
                        new Answer(201, "/api/appointments/" + visit.id(), null, "{\"reason\": \"Cough\"}"),
                        MONDAY_9AM);
        store.port(AuditEvents.class)
                .add(
                        okafor,
                        "success",
                        List.of(AuditEvent.of(
                                Action.CREATE,
                                Reference.Kind.APPOINTMENT,
                                visit.id().value(),
                                erased.id().value())));
    }

    @Test
    void everyTableAboutPatientsHasSomethingOfThisOne() {
        assertThat(rows.counted(erased.id().value(), OF_PATIENTS))
                .as("rows of the patient of this test; of a new table it needs one too")
                .allSatisfy((_, count) -> assertThat(count).isPositive());
    }

    @Test
    void nothingIsLeftButWhatIsKeptForAReason() {
        var ids = rows.ids(erased.id().value(), OF_PATIENTS);
        assertThat(ids).hasSizeGreaterThan(10);
        assertThat(rows.tablesWith(WORDS)).hasSizeGreaterThan(8);

        erase();

        assertThat(rows.tablesWith(ids)).containsExactlyElementsOf(kept());
        assertThat(rows.tablesWith(WORDS)).isEmpty();
        assertThat(store.port(Patients.class).find(okafor, other.id())).isPresent();
    }

    @Test
    void theReceiptTellsTheFigureOfEachTableThatSaysSo() throws ReflectiveOperationException {
        var before = rows.counted(erased.id().value(), OF_PATIENTS);
        var told = new TreeMap<String, Object>();
        OF_PATIENTS.forEach((name, table) -> {
            if (table.receipt() != null) told.put(table.receipt(), before.get(name));
        });

        assertThat(figures(erase())).isEqualTo(told);
    }

    private DeletionReceipt erase() {
        return store.inTransaction(() -> {
            var receipt = store.repository(ChartRows.class).lock(okafor, erased.id());
            store.repository(Patients.class).remove(okafor, erased.id());
            return receipt;
        });
    }

    private static List<String> kept() {
        return OF_PATIENTS.entrySet().stream()
                .filter(entry -> entry.getValue().erasure() == Erasure.KEPT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Object> figures(DeletionReceipt receipt) throws ReflectiveOperationException {
        var figures = new TreeMap<String, Object>();
        for (var component : DeletionReceipt.class.getRecordComponents())
            if (component.getType() == int.class)
                figures.put(component.getName(), component.getAccessor().invoke(receipt));
        return figures;
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        store.port(Providers.class).add(provider);
        return Actor.onCommandLine(provider.id());
    }
}
