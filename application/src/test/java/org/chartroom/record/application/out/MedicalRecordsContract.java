package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.patient.domain.PatientFixtures.MANY_SCRIPTS;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.amoxicillin;
import static org.chartroom.record.domain.RecordFixtures.bareNote;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.fever;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.prescription;
import static org.chartroom.record.domain.RecordFixtures.recordId;
import static org.chartroom.record.domain.RecordFixtures.symptom;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.Symptom;
import org.chartroom.record.domain.SymptomDetails;
import org.junit.jupiter.api.Test;

/**
 * What every {@link MedicalRecords}, and {@link Charts} as far as it shows one record, must do; run by the in-memory and
 * the PostgreSQL implementation alike. The store need not be empty; each call is a transaction of its own.
 */
public abstract class MedicalRecordsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract Charts charts();

    @Test
    void aRecordIsFoundAgain() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));

        records().add(okafor, record);

        assertThat(found(okafor, record)).isEqualTo(record);
    }

    @Test
    void aRecordWithNothingOptionalIsFoundAgain() {
        var okafor = aProvider();
        var record = bareRecord(aVisitOf(okafor));

        records().add(okafor, record);

        assertThat(found(okafor, record)).isEqualTo(record);
    }

    @Test
    void textsOfEveryScriptAreKeptToTheByte() {
        var okafor = aProvider();
        var text = MANY_SCRIPTS;
        var record = new MedicalRecord(
                recordId(),
                aVisitOf(okafor),
                new SoapNote(text, text, text, text, text),
                new AiScribe(text, text),
                List.of(symptom(new SymptomDetails(text, 1, text, text, true))),
                List.of(prescription(new PrescriptionDetails(text, text, text, text, 1, 0, text, true))));

        records().add(okafor, record);

        assertThat(found(okafor, record)).isEqualTo(record);
    }

    @Test
    void theLongestTextsAndTheLargestNumbersFit() {
        var okafor = aProvider();
        var free = "🫀".repeat(20_000);
        var brief = "🫀".repeat(200);
        var record = new MedicalRecord(
                recordId(),
                aVisitOf(okafor),
                new SoapNote(free, free, free, free, free),
                new AiScribe("🫀".repeat(500_000), free),
                List.of(symptom(new SymptomDetails(brief, 10, brief, free, true))),
                List.of(prescription(
                        new PrescriptionDetails(brief, brief, brief, brief, Integer.MAX_VALUE, 99, free, true))));

        records().add(okafor, record);

        assertThat(found(okafor, record)).isEqualTo(record);
    }

    @Test
    void aRecordMayHaveTwoHundredSymptomsAndPrescriptions() {
        var okafor = aProvider();
        var symptoms = new ArrayList<Symptom>();
        var prescriptions = new ArrayList<Prescription>();
        for (var i = 1; i <= 200; i++) {
            symptoms.add(symptom(new SymptomDetails("Symptom " + i, null, null, null, false)));
            prescriptions.add(amoxicillin());
        }
        var record =
                new MedicalRecord(recordId(), aVisitOf(okafor), bareNote(), AiScribe.NONE, symptoms, prescriptions);

        records().add(okafor, record);

        assertThat(found(okafor, record)).isEqualTo(record);
    }

    @Test
    void aRecordIsShownAsStored() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));

        var at = records().add(okafor, record).at();

        assertThat(shown(okafor, record))
                .isEqualTo(new MedicalRecordView(
                        record.id(),
                        record.appointment(),
                        appointments()
                                .find(okafor, record.appointment())
                                .orElseThrow()
                                .value()
                                .patient(),
                        record.note(),
                        record.scribe(),
                        record.symptoms().stream()
                                .map(symptom -> new SymptomView(symptom.id(), symptom.details(), at, at))
                                .toList(),
                        record.prescriptions().stream()
                                .map(prescription ->
                                        new PrescriptionView(prescription.id(), prescription.details(), at, at))
                                .toList(),
                        at,
                        at));
    }

    @Test
    void theVersionThatAddingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));

        var version = records().add(okafor, record);

        assertThat(records().find(okafor, record.id()).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void whatIsLockedIsWhatIsFound() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        records().add(okafor, record);

        assertThat(records().find(okafor, record.id())).contains(records().lock(okafor, record.id()));
    }

    @Test
    void aRecordIsFoundByItsVisitAndTheVisitByItsRecord() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        records().add(okafor, record);

        assertThat(records().idOf(okafor, record.appointment())).contains(record.id());
        assertThat(records().appointmentOf(okafor, record.id())).contains(record.appointment());
        assertThat(charts().findRecord(okafor, record.appointment()))
                .isEqualTo(charts().findRecord(okafor, record.id()))
                .isPresent();
    }

    @Test
    void aVisitWithoutARecordHasNone() {
        var okafor = aProvider();
        var visit = aVisitOf(okafor);
        records().add(okafor, medicalRecord(aVisitOf(okafor)));

        assertThat(records().idOf(okafor, visit)).isEmpty();
        assertThat(charts().findRecord(okafor, visit)).isEmpty();
    }

    @Test
    void anIdOfAnotherKindFindsNothing() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        records().add(okafor, record);

        assertThat(charts().findRecord(
                                okafor, new MedicalRecordId(record.appointment().value())))
                .isEmpty();
        assertThat(charts().findRecord(okafor, new AppointmentId(record.id().value())))
                .isEmpty();
    }

    @Test
    void anUnknownRecordIsNotLocked() {
        var okafor = aProvider();

        assertNotFound(() -> records().lock(okafor, recordId()));
        assertThat(records().appointmentOf(okafor, recordId())).isEmpty();
    }

    @Test
    void aStrangerNeitherLocksARecordNorLearnsWhoseItIs() {
        var okafor = aProvider();
        var stranger = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        records().add(okafor, record);

        assertNotFound(() -> records().lock(stranger, record.id()));
        assertThat(records().appointmentOf(stranger, record.id())).isEmpty();
        assertThat(records().idOf(stranger, record.appointment())).isEmpty();
        assertThat(charts().findRecord(stranger, record.appointment())).isEmpty();
    }

    @Test
    void anUnknownRecordIsNotFound() {
        var okafor = aProvider();

        assertThat(records().find(okafor, recordId())).isEmpty();
    }

    @Test
    void anUnknownRecordIsNotShown() {
        var okafor = aProvider();

        assertThat(charts().findRecord(okafor, recordId())).isEmpty();
    }

    @Test
    void aStrangerDoesNotFindARecord() {
        var okafor = aProvider();
        var stranger = aProvider();
        var record = medicalRecord(aVisitOf(okafor));

        records().add(okafor, record);

        assertThat(records().find(stranger, record.id())).isEmpty();
    }

    @Test
    void aStrangerIsNotShownARecord() {
        var okafor = aProvider();
        var stranger = aProvider();
        var record = medicalRecord(aVisitOf(okafor));

        records().add(okafor, record);

        assertThat(charts().findRecord(stranger, record.id())).isEmpty();
    }

    @Test
    void aRecordBelongsToAnAppointment() {
        var okafor = aProvider();

        assertNotFound(() -> records().add(okafor, medicalRecord(appointmentId())));
    }

    @Test
    void aStrangerAddsNoRecord() {
        var visit = aVisitOf(aProvider());
        var stranger = aProvider();

        assertNotFound(() -> records().add(stranger, medicalRecord(visit)));
    }

    @Test
    void anAppointmentHasOneRecord() {
        var okafor = aProvider();
        var visit = aVisitOf(okafor);
        records().add(okafor, medicalRecord(visit));

        assertThatExceptionOfType(RecordRefusal.class)
                .isThrownBy(() -> records().add(okafor, medicalRecord(visit)))
                .returns("already-exists", Refusal::code)
                .returns(visit, refusal -> refusal.facts().get("appointmentId"))
                .returns(List.of("record"), refusal -> refusal.facts().get("exists"));
    }

    @Test
    void theFirstRecordStaysWhenASecondIsRefused() {
        var okafor = aProvider();
        var first = medicalRecord(aVisitOf(okafor));
        records().add(okafor, first);

        assertThatCode(() -> records().add(okafor, bareRecord(first.appointment())))
                .isInstanceOf(RecordRefusal.class);

        assertThat(found(okafor, first)).isEqualTo(first);
    }

    @Test
    void aStrangerIsNotToldThatThereIsARecord() {
        var okafor = aProvider();
        var stranger = aProvider();
        var visit = aVisitOf(okafor);
        records().add(okafor, medicalRecord(visit));

        assertNotFound(() -> records().add(stranger, medicalRecord(visit)));
    }

    @Test
    void aChangedRecordIsFoundAsItIsNow() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);
        var changed = new MedicalRecord(
                record.id(),
                record.appointment(),
                new SoapNote("Cough", "Better.", "Clear lungs.", "Resolving.", "None."),
                new AiScribe(null, "Better."),
                List.of(),
                List.of());

        records().replace(okafor, changed, version);

        assertThat(found(okafor, record)).isEqualTo(changed);
    }

    @Test
    void aNoteBegunInTheVisitIsCompletedLater() {
        var okafor = aProvider();
        var begun = bareRecord(aVisitOf(okafor));
        var version = records().add(okafor, begun);
        var whole = medicalRecord(begun.appointment());
        var completed = new MedicalRecord(
                begun.id(), begun.appointment(), whole.note(), whole.scribe(), whole.symptoms(), whole.prescriptions());

        records().replace(okafor, completed, version);

        assertThat(found(okafor, begun)).isEqualTo(completed);
    }

    @Test
    void aReplacementStaysWithItsAppointment() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);
        var elsewhere = new MedicalRecord(
                record.id(),
                aVisitOf(okafor),
                record.note(),
                record.scribe(),
                record.symptoms(),
                record.prescriptions());

        records().replace(okafor, elsewhere, version);

        assertThat(found(okafor, record)).isEqualTo(record);
    }

    @Test
    void everyReplacementMovesTheVersionOn() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var first = records().add(okafor, record);

        var second = records().replace(okafor, record, first);
        var third = records().replace(okafor, record, second);

        assertThat(List.of(first.at(), second.at(), third.at())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theVersionThatReplacingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var added = records().add(okafor, record);

        var replaced = records().replace(okafor, record, added);

        assertThat(records().find(okafor, record.id()).orElseThrow().version()).isEqualTo(replaced);
    }

    @Test
    void aRecordKeepsTheTimeOfItsWriting() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var added = records().add(okafor, record);

        records().replace(okafor, record, added);

        assertThat(shown(okafor, record).createdAt()).isEqualTo(added.at());
    }

    @Test
    void aStaleReplacementIsToldTheCurrentVersion() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var seen = records().add(okafor, record);
        var current = records().replace(okafor, record, seen);

        assertThatExceptionOfType(RecordRefusal.class)
                .isThrownBy(() -> records().replace(okafor, record, seen))
                .returns("stale-version", Refusal::code)
                .returns(record.id(), refusal -> refusal.facts().get("recordId"))
                .returns(current, refusal -> refusal.facts().get("current"));
    }

    @Test
    void aStaleReplacementChangesNothing() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var seen = records().add(okafor, record);
        records().replace(okafor, record, seen);
        var before = shown(okafor, record);

        assertThatCode(() -> records().replace(okafor, with(record, List.of(fever()), List.of()), seen))
                .isInstanceOf(RecordRefusal.class);

        assertThat(shown(okafor, record)).isEqualTo(before);
    }

    @Test
    void anUnknownRecordIsNotReplaced() {
        var okafor = aProvider();
        var visit = aVisitOf(okafor);
        var seen = records().add(okafor, medicalRecord(visit));

        assertNotFound(() -> records().replace(okafor, medicalRecord(visit), seen));
    }

    @Test
    void aStrangerDoesNotReplaceARecord() {
        var okafor = aProvider();
        var stranger = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var seen = records().add(okafor, record);

        assertNotFound(() -> records().replace(stranger, record, seen));
    }

    @Test
    void childrenAreAddedChangedKeptAndRemovedInOneReplacement() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);
        var revised = revised(record);

        records().replace(okafor, revised, version);

        assertThat(found(okafor, record)).isEqualTo(revised);
    }

    @Test
    void childrenComeInTheOrderInWhichTheyWereRecorded() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);
        var revised = revised(record);

        records()
                .replace(
                        okafor,
                        with(
                                record,
                                revised.symptoms().reversed(),
                                revised.prescriptions().reversed()),
                        version);

        assertThat(found(okafor, record)).isEqualTo(revised);
    }

    @Test
    void anUnchangedChildStaysAsItWas() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);
        var before = shown(okafor, record);

        records().replace(okafor, revised(record), version);

        assertThat(shown(okafor, record).symptoms().getFirst())
                .isEqualTo(before.symptoms().getFirst());
    }

    @Test
    void aChangedSymptomTellsWhenItWasRecordedAndThatItWasChanged() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);

        records().replace(okafor, revised(record), version);

        assertThat(shown(okafor, record).symptoms().get(1))
                .returns(version.at(), SymptomView::createdAt)
                .satisfies(symptom -> assertThat(symptom.updatedAt()).isAfter(version.at()));
    }

    @Test
    void aChangedPrescriptionTellsWhenItWasRecordedAndThatItWasChanged() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);

        records().replace(okafor, revised(record), version);

        assertThat(shown(okafor, record).prescriptions().getFirst())
                .returns(version.at(), PrescriptionView::createdAt)
                .satisfies(prescription -> assertThat(prescription.updatedAt()).isAfter(version.at()));
    }

    @Test
    void aNewChildIsAsOldAsTheChange() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);

        records().replace(okafor, revised(record), version);

        assertThat(shown(okafor, record).symptoms().getLast())
                .satisfies(symptom -> assertThat(symptom.createdAt()).isAfter(version.at()))
                .satisfies(symptom -> assertThat(symptom.updatedAt()).isEqualTo(symptom.createdAt()));
    }

    @Test
    void prescriptionsStayAsTheyWereWhenASymptomChanges() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);
        var before = shown(okafor, record).prescriptions();

        records().replace(okafor, with(record, revised(record).symptoms(), record.prescriptions()), version);

        assertThat(shown(okafor, record).prescriptions()).isEqualTo(before);
    }

    @Test
    void aChangedSymptomMovesTheRecordsVersionOnce() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);

        var changed =
                records().replace(okafor, with(record, revised(record).symptoms(), record.prescriptions()), version);

        assertThat(shown(okafor, record).version()).isEqualTo(changed).isNotEqualTo(version);
    }

    @Test
    void aRemovedPrescriptionMovesTheRecordsVersionOnce() {
        var okafor = aProvider();
        var record = medicalRecord(aVisitOf(okafor));
        var version = records().add(okafor, record);

        var changed = records().replace(okafor, with(record, record.symptoms(), List.of()), version);

        assertThat(shown(okafor, record).version()).isEqualTo(changed).isNotEqualTo(version);
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private AppointmentId aVisitOf(Actor by) {
        var patient = walkIn(by.id());
        var appointment = appointment(patient.id(), by.id());
        patients().add(by, patient);
        appointments().add(by, appointment);
        return appointment.id();
    }

    private MedicalRecord found(Actor by, MedicalRecord record) {
        return records().find(by, record.id()).orElseThrow().value();
    }

    private MedicalRecordView shown(Actor by, MedicalRecord record) {
        return charts().findRecord(by, record.id()).orElseThrow();
    }

    /** The first symptom kept, the second changed, the third removed, one added; a prescription of each kind likewise. */
    private static MedicalRecord revised(MedicalRecord record) {
        var worse = new SymptomDetails("Fever", 9, "since Friday", "Rigors.", false);
        var stronger =
                new PrescriptionDetails("Amoxicillin", "1 g", "three times a day", "7 days", null, 0, null, false);
        return with(
                record,
                List.of(
                        record.symptoms().getFirst(),
                        new Symptom(record.symptoms().get(1).id(), worse),
                        symptom(new SymptomDetails("Chest pain", 6, null, null, true))),
                List.of(
                        new Prescription(record.prescriptions().getFirst().id(), stronger),
                        prescription(new PrescriptionDetails(
                                "Codeine", "15 mg", "at night", "3 days", 3, 0, "Drowsiness.", false))));
    }

    private static MedicalRecord with(MedicalRecord record, List<Symptom> symptoms, List<Prescription> prescriptions) {
        return new MedicalRecord(
                record.id(), record.appointment(), record.note(), record.scribe(), symptoms, prescriptions);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(RecordRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
