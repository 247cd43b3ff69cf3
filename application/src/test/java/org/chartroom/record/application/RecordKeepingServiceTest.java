package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.amoxicillin;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.content;
import static org.chartroom.record.domain.RecordFixtures.cough;
import static org.chartroom.record.domain.RecordFixtures.fatigue;
import static org.chartroom.record.domain.RecordFixtures.paracetamol;
import static org.chartroom.record.domain.RecordFixtures.recordId;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.application.out.InMemoryCharts;
import org.chartroom.record.application.out.InMemoryDrafts;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.RecordContent.Entry;
import org.chartroom.record.domain.SymptomDetails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordKeepingServiceTest {

    private static final Version NEVER = new Version(Instant.EPOCH);

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryCharts charts =
            new InMemoryCharts(patients, appointments, records, new InMemoryVitalSignsReadings(appointments));
    private final InMemoryDrafts drafts = new InMemoryDrafts(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final RecordKeeping keeping =
            new RecordKeepingService(appointments, records, charts, drafts, trail, new TimeOrderedIds());
    private final Patient sam = walkIn(DR_OKAFOR.id());

    @BeforeEach
    void samIsAPatientOfDoctorOkafors() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
        patients.add(DR_OKAFOR, sam);
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "COMPLETED"})
    void aRecordIsBegunOnceTheVisitIs(AppointmentStatus begun) {
        var visit = aVisit(begun);

        var record = keeping.begin(DR_OKAFOR, visit, content());

        assertThat(records.findView(DR_OKAFOR, visit)).contains(record);
        assertThat(record.note()).isEqualTo(content().note());
        assertThat(record.symptoms()).hasSize(2);
        assertThat(record.prescriptions()).hasSize(1);
    }

    @Test
    void theDraftOfWhoeverSavesTheRecordIsDiscardedAndNobodyElses() {
        var visit = in(AppointmentStatus.IN_PROGRESS, sam.id(), DR_LINDQVIST.id());
        appointments.add(DR_OKAFOR, visit);
        drafts.put(DR_OKAFOR, visit.id(), "{}");
        drafts.put(DR_LINDQVIST, visit.id(), "{}");

        var begun = keeping.begin(DR_OKAFOR, visit.id(), content());
        var okafors = drafts.find(DR_OKAFOR, visit.id());
        var lindqvists = drafts.find(DR_LINDQVIST, visit.id());
        var revised = keeping.revise(DR_LINDQVIST, visit.id(), begun.version(), content());

        assertThat(okafors).isEmpty();
        assertThat(lindqvists).isPresent();
        assertThat(drafts.find(DR_LINDQVIST, visit.id())).isEmpty();
        drafts.put(DR_OKAFOR, visit.id(), "{}");
        keeping.revise(DR_OKAFOR, revised.id(), revised.version(), content());
        assertThat(drafts.find(DR_OKAFOR, visit.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "CHECKED_IN", "CANCELLED", "NO_SHOW"})
    void nothingIsWrittenOfAVisitThatHasNotBegunOrNeverWas(AppointmentStatus status) {
        var visit = aVisit(status);
        var record = bareRecord(visit).with(cough()).with(amoxicillin());
        var empty = aVisit(status);
        var seen = records.add(DR_OKAFOR, record);
        var symptom = record.symptoms().getFirst().id();
        var prescription = record.prescriptions().getFirst().id();

        assertTooEarly(() -> keeping.begin(DR_OKAFOR, empty, content()));
        assertTooEarly(() -> keeping.revise(DR_OKAFOR, visit, seen, content()));
        assertTooEarly(() -> keeping.revise(DR_OKAFOR, record.id(), seen, content()));
        assertTooEarly(() -> keeping.add(DR_OKAFOR, record.id(), cough().details()));
        assertTooEarly(() ->
                keeping.change(DR_OKAFOR, record.id(), symptom, seen, fatigue().details()));
        assertTooEarly(() -> keeping.remove(DR_OKAFOR, record.id(), symptom, seen));
        assertTooEarly(() -> keeping.add(DR_OKAFOR, record.id(), amoxicillin().details()));
        assertTooEarly(() -> keeping.change(
                DR_OKAFOR, record.id(), prescription, seen, paracetamol().details()));
        assertTooEarly(() -> keeping.remove(DR_OKAFOR, record.id(), prescription, seen));
        assertThat(stored(record.id())).isEqualTo(record);
    }

    @Test
    void aSecondRecordIsToldTheVersionOfTheFirst() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);
        var first = keeping.begin(DR_OKAFOR, visit, content());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keeping.begin(DR_OKAFOR, visit, content()))
                .returns("stale-version", Refusal::code)
                .returns(first.version(), refusal -> refusal.facts().get("current"));
        assertThat(records.findView(DR_OKAFOR, visit)).contains(first);
    }

    @Test
    void whatIsMentionedByItsIdKeepsItWhenTheRecordIsRevised() {
        var record = keeping.begin(DR_OKAFOR, aVisit(AppointmentStatus.IN_PROGRESS), content());
        var kept = record.symptoms().getFirst();

        var revised = keeping.revise(
                DR_OKAFOR,
                record.id(),
                record.version(),
                content(
                        List.of(new Entry<>(null, fatigue().details()), new Entry<>(kept.id(), kept.details())),
                        List.of()));

        assertThat(revised.symptoms()).hasSize(2).first().isEqualTo(kept);
        assertThat(revised.symptoms().getLast().details()).isEqualTo(fatigue().details());
        assertThat(revised.prescriptions()).isEmpty();
        assertThat(records.findView(DR_OKAFOR, record.id())).contains(revised);
    }

    @Test
    void aRecordIsRevisedThroughItsVisitAsThroughItsId() {
        var visit = aVisit(AppointmentStatus.COMPLETED);
        var record = keeping.begin(DR_OKAFOR, visit, content());

        var revised = keeping.revise(DR_OKAFOR, visit, record.version(), content(List.of(), List.of()));

        assertThat(revised.id()).isEqualTo(record.id());
        assertThat(revised.symptoms()).isEmpty();
        assertThat(records.findView(DR_OKAFOR, visit)).contains(revised);
    }

    @Test
    void aVisitWithoutARecordHasNoVersionThatCouldBeRevised() {
        var visit = aVisit(AppointmentStatus.COMPLETED);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keeping.revise(DR_OKAFOR, visit, NEVER, content()))
                .returns("stale-version", Refusal::code)
                .returns(visit, refusal -> refusal.facts().get("appointmentId"));
    }

    @Test
    void nothingIsMadeFromAnOldVersion() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);
        var record = keeping.begin(DR_OKAFOR, visit, content());
        var symptom = record.symptoms().getFirst().id();
        var prescription = record.prescriptions().getFirst().id();
        var foreign = content(List.of(new Entry<>(cough().id(), cough().details())), List.of());

        assertStale(record, () -> keeping.revise(DR_OKAFOR, record.id(), NEVER, content()));
        assertStale(record, () -> keeping.revise(DR_OKAFOR, record.id(), NEVER, foreign));
        assertStale(record, () -> keeping.revise(DR_OKAFOR, visit, NEVER, content()));
        assertStale(record, () -> keeping.transcribe(DR_OKAFOR, record.id(), NEVER, "[doctor] Well?"));
        assertStale(record, () -> keeping.change(DR_OKAFOR, record.id(), symptom, NEVER, cough().details()));
        assertStale(record, () -> keeping.remove(DR_OKAFOR, record.id(), symptom, NEVER));
        assertStale(
                record,
                () -> keeping.change(
                        DR_OKAFOR,
                        record.id(),
                        prescription,
                        NEVER,
                        amoxicillin().details()));
        assertStale(record, () -> keeping.remove(DR_OKAFOR, record.id(), prescription, NEVER));
        assertThat(records.findView(DR_OKAFOR, visit)).contains(record);
    }

    @Test
    void anIdThatIsNotTheRecordsOwnIsToldByItsPlace() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);
        var foreign = content(List.of(new Entry<>(cough().id(), cough().details())), List.of());

        assertThat(Refused.fieldsOf(() -> keeping.begin(DR_OKAFOR, visit, foreign)))
                .containsExactly("symptoms[0].id: unknown");
        var record = keeping.begin(DR_OKAFOR, visit, content());
        assertThat(Refused.fieldsOf(() -> keeping.revise(DR_OKAFOR, record.id(), record.version(), foreign)))
                .containsExactly("symptoms[0].id: unknown");
    }

    @Test
    void aTranscriptIsReplacedAndTheRestStays() {
        var record = keeping.begin(DR_OKAFOR, aVisit(AppointmentStatus.IN_PROGRESS), content());

        var transcribed = keeping.transcribe(DR_OKAFOR, record.id(), record.version(), "[doctor] Well?");

        assertThat(transcribed).isEqualTo(shown(record.id()));
        assertThat(transcribed.scribe())
                .isEqualTo(new AiScribe("[doctor] Well?", content().scribe().aiSummary()));
        assertThat(transcribed.version()).isNotEqualTo(record.version());
        assertThat(transcribed.note()).isEqualTo(record.note());
        assertThat(transcribed.symptoms()).isEqualTo(record.symptoms());
        assertThat(transcribed.prescriptions()).isEqualTo(record.prescriptions());
    }

    @Test
    void aSymptomIsAddedChangedAndRemoved() {
        var record = keeping.begin(DR_OKAFOR, aVisit(AppointmentStatus.IN_PROGRESS), content());

        var added = keeping.add(DR_OKAFOR, record.id(), fatigue().details());
        var changed = keeping.change(DR_OKAFOR, record.id(), added.value().id(), added.version(), cough().details());
        var shown = shown(record.id());
        var version = keeping.remove(DR_OKAFOR, record.id(), added.value().id(), changed.version());

        assertThat(added.value().details()).isEqualTo(fatigue().details());
        assertThat(changed.value().id()).isEqualTo(added.value().id());
        assertThat(changed.value().createdAt()).isEqualTo(added.value().createdAt());
        assertThat(shown.symptoms()).hasSize(3).last().isEqualTo(changed.value());
        assertThat(shown.version()).isEqualTo(changed.version());
        assertThat(shown(record.id()).symptoms()).isEqualTo(record.symptoms());
        assertThat(shown(record.id()).version()).isEqualTo(version);
        assertThat(shown(record.id()).prescriptions()).isEqualTo(record.prescriptions());
    }

    @Test
    void aPrescriptionIsAddedChangedAndRemoved() {
        var record = keeping.begin(DR_OKAFOR, aVisit(AppointmentStatus.IN_PROGRESS), content());

        var added = keeping.add(DR_OKAFOR, record.id(), paracetamol().details());
        var changed = keeping.change(
                DR_OKAFOR,
                record.id(),
                added.value().id(),
                added.version(),
                amoxicillin().details());
        var shown = shown(record.id());
        var version = keeping.remove(DR_OKAFOR, record.id(), added.value().id(), changed.version());

        assertThat(added.value().details()).isEqualTo(paracetamol().details());
        assertThat(changed.value().id()).isEqualTo(added.value().id());
        assertThat(shown.prescriptions()).hasSize(2).last().isEqualTo(changed.value());
        assertThat(shown.version()).isEqualTo(changed.version());
        assertThat(shown(record.id()).prescriptions()).isEqualTo(record.prescriptions());
        assertThat(shown(record.id()).version()).isEqualTo(version);
        assertThat(shown(record.id()).symptoms()).isEqualTo(record.symptoms());
    }

    @Test
    void aPartThatTheRecordHasNotIsNotFoundWhateverTheVersion() {
        var record = keeping.begin(DR_OKAFOR, aVisit(AppointmentStatus.IN_PROGRESS), content());
        var other = keeping.begin(DR_OKAFOR, aVisit(AppointmentStatus.IN_PROGRESS), content());
        var symptom = other.symptoms().getFirst().id();
        var prescription = other.prescriptions().getFirst().id();

        for (var seen : List.of(record.version(), NEVER)) {
            assertNotFound(() -> keeping.change(DR_OKAFOR, record.id(), symptom, seen, cough().details()));
            assertNotFound(() -> keeping.remove(DR_OKAFOR, record.id(), symptom, seen));
            assertNotFound(() -> keeping.change(
                    DR_OKAFOR, record.id(), prescription, seen, amoxicillin().details()));
            assertNotFound(() -> keeping.remove(DR_OKAFOR, record.id(), prescription, seen));
        }
        assertThat(shown(other.id())).isEqualTo(other);
    }

    @Test
    void thereIsNoRoomForMoreThanTwoHundred() {
        var record = keeping.begin(
                DR_OKAFOR,
                aVisit(AppointmentStatus.IN_PROGRESS),
                content(
                        Stream.generate(() -> new Entry<SymptomId, SymptomDetails>(null, cough().details()))
                                .limit(200)
                                .toList(),
                        List.of()));

        assertThat(Refused.fieldsOf(
                        () -> keeping.add(DR_OKAFOR, record.id(), fatigue().details())))
                .containsExactly("symptoms: too-many");
        assertThat(shown(record.id())).isEqualTo(record);
    }

    @Test
    void whateverIsWrittenIsInTheTrailOfTheRecord() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);

        var record = keeping.begin(DR_OKAFOR, visit, content());
        var revised = keeping.revise(DR_OKAFOR, record.id(), record.version(), content());
        keeping.revise(DR_OKAFOR, visit, revised.version(), content());
        var symptom = keeping.add(DR_OKAFOR, record.id(), fatigue().details());
        keeping.remove(DR_OKAFOR, record.id(), symptom.value().id(), symptom.version());

        var id = record.id().value();
        var patient = sam.id().value();
        var updated = AuditEvent.of(Action.UPDATE, MEDICAL_RECORD, id, patient);
        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(Action.CREATE, MEDICAL_RECORD, id, patient), updated, updated, updated, updated);
    }

    @Test
    void aStrangersRecordAndOneThatDoesNotExistAreNotFound() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);
        var record = keeping.begin(DR_OKAFOR, visit, content());
        var told = trail.events();

        assertNotFound(() -> keeping.begin(DR_OKAFOR, appointmentId(), content()));
        assertNotFound(() -> keeping.begin(DR_LINDQVIST, visit, content()));
        assertNotFound(() -> keeping.revise(DR_LINDQVIST, visit, record.version(), content()));
        assertNotFound(() -> keeping.revise(DR_LINDQVIST, record.id(), record.version(), content()));
        assertNotFound(() -> keeping.revise(DR_OKAFOR, recordId(), record.version(), content()));
        assertNotFound(() -> keeping.transcribe(DR_LINDQVIST, record.id(), record.version(), "[doctor] Well?"));
        assertNotFound(() -> keeping.add(DR_LINDQVIST, record.id(), cough().details()));
        assertNotFound(() -> keeping.add(DR_OKAFOR, recordId(), amoxicillin().details()));
        assertThat(trail.events()).isEqualTo(told);
    }

    @Test
    void aColleagueReadsARecordAndDoesNotWriteIt() {
        appointments.add(DR_OKAFOR, appointment(sam.id(), DR_LINDQVIST.id()));
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);
        var empty = aVisit(AppointmentStatus.IN_PROGRESS);
        var record = keeping.begin(DR_OKAFOR, visit, content());
        var symptom = record.symptoms().getFirst().id();

        assertForbidden(() -> keeping.begin(DR_LINDQVIST, empty, content()));
        assertForbidden(() -> keeping.revise(DR_LINDQVIST, visit, record.version(), content()));
        assertForbidden(() -> keeping.revise(DR_LINDQVIST, record.id(), record.version(), content()));
        assertForbidden(() -> keeping.transcribe(DR_LINDQVIST, record.id(), record.version(), "[doctor] Well?"));
        assertForbidden(() -> keeping.add(DR_LINDQVIST, record.id(), cough().details()));
        assertForbidden(() -> keeping.remove(DR_LINDQVIST, record.id(), symptom, record.version()));
        assertThat(shown(record.id())).isEqualTo(record);
    }

    private AppointmentId aVisit(AppointmentStatus status) {
        var visit = in(status, sam.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, visit);
        return visit.id();
    }

    private MedicalRecordView shown(MedicalRecordId id) {
        return records.findView(DR_OKAFOR, id).orElseThrow();
    }

    private MedicalRecord stored(MedicalRecordId id) {
        return records.find(DR_OKAFOR, id).orElseThrow().value();
    }

    private static void assertStale(MedicalRecordView record, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .returns("stale-version", Refusal::code)
                .returns(record.version(), refusal -> refusal.facts().get("current"));
    }

    private static void assertTooEarly(ThrowingCallable call) {
        assertRefused("illegal-transition", call);
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertRefused("forbidden", call);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertRefused("not-found", call);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
