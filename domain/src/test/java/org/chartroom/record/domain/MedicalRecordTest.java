package org.chartroom.record.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.kernel.Missing;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.domain.RecordContent.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MedicalRecordTest {

    @Test
    void aNoteBegunInTheVisitHasAComplaintAndNothingMoreYet() {
        assertThat(Refused.fieldsOf(() -> new SoapNote("Cough", "", "", "", "")))
                .isEmpty();
    }

    @Test
    void everySectionThatIsMissingIsNamedAtOnce() {
        assertThat(Refused.fieldsOf(
                        () -> new SoapNote(" ", Missing.field(), Missing.field(), Missing.field(), Missing.field())))
                .containsExactly(
                        "chiefComplaint: blank",
                        "subjective: required",
                        "objective: required",
                        "assessment: required",
                        "plan: required");
    }

    @Test
    void everythingWrongWithASymptomIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(() -> new SymptomDetails(Missing.field(), 11, " ", "", false)))
                .containsExactly("name: required", "severity: out-of-range", "duration: blank", "notes: blank");
    }

    @Test
    void everythingWrongWithAPrescriptionIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(
                        () -> new PrescriptionDetails("", " ", Missing.field(), "x".repeat(201), 0, 100, "", true)))
                .containsExactly(
                        "medication: blank",
                        "dosage: blank",
                        "frequency: required",
                        "duration: too-long",
                        "quantity: out-of-range",
                        "refills: out-of-range",
                        "instructions: blank");
    }

    @Test
    void everythingWrongWithWhatTheScribeWroteIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(() -> new AiScribe("\uD83E", " ")))
                .containsExactly("aiTranscript: unstorable", "aiSummary: blank");
    }

    @Test
    void aNewRecordHoldsWhatWasWrittenInItsOrder() {
        var content = RecordFixtures.content();

        var record = begun(content);

        assertThat(record.note()).isEqualTo(content.note());
        assertThat(record.scribe()).isEqualTo(content.scribe());
        assertThat(record.symptoms())
                .extracting(Symptom::details)
                .containsExactly(
                        content.symptoms().getFirst().details(),
                        content.symptoms().getLast().details());
        assertThat(record.prescriptions())
                .extracting(Prescription::details)
                .containsExactly(content.prescriptions().getFirst().details());
    }

    @Test
    void nothingInANewRecordHasAnIdAlready() {
        var symptom = RecordFixtures.cough();
        var prescription = RecordFixtures.amoxicillin();

        assertThat(Refused.fieldsOf(() -> begun(RecordFixtures.content(
                        List.of(again(RecordFixtures.fever(), null), again(symptom, symptom.id())),
                        List.of(again(prescription, prescription.id()))))))
                .containsExactly("symptoms[1].id: unknown", "prescriptions[0].id: unknown");
    }

    @Test
    void whatIsMentionedStaysWhatItIsAndWhatIsNotIsGone() {
        var record = RecordFixtures.medicalRecord();
        var cough = record.symptoms().get(0);
        var fatigue = record.symptoms().get(2);
        var paracetamol = record.prescriptions().getLast();
        var worse = new SymptomDetails("Cough", 9, "4 weeks", null, false);

        var revised = record.revised(
                RecordFixtures.content(
                        List.of(
                                new Entry<>(null, RecordFixtures.fever().details()),
                                again(fatigue, fatigue.id()),
                                new Entry<>(cough.id(), worse)),
                        List.of(again(paracetamol, paracetamol.id()))),
                TimeOrderedIds::nextId);

        assertThat(revised.id()).isEqualTo(record.id());
        assertThat(revised.appointment()).isEqualTo(record.appointment());
        assertThat(revised.symptoms()).hasSize(3).contains(fatigue, new Symptom(cough.id(), worse));
        assertThat(revised.symptoms().getFirst().id())
                .isNotIn(record.symptoms().stream().map(Symptom::id).toList());
        assertThat(revised.prescriptions()).containsExactly(paracetamol);
    }

    @Test
    void anIdStandsOnceAndIsTheRecordsOwn() {
        var record = RecordFixtures.medicalRecord();
        var cough = record.symptoms().getFirst();
        var another = RecordFixtures.cough();
        var amoxicillin = record.prescriptions().getFirst();

        assertThat(Refused.fieldsOf(() -> record.revised(
                        RecordFixtures.content(
                                List.of(
                                        again(cough, cough.id()),
                                        again(another, another.id()),
                                        again(cough, cough.id())),
                                List.of(again(amoxicillin, amoxicillin.id()), again(amoxicillin, amoxicillin.id()))),
                        TimeOrderedIds::nextId)))
                .containsExactly(
                        "symptoms[1].id: unknown", "symptoms[2].id: repeated", "prescriptions[1].id: repeated");
    }

    @Test
    void thereIsRoomForTwoHundredOfEach() {
        var record = RecordFixtures.bareRecord(AppointmentFixtures.appointmentId());
        for (var i = 0; i < 200; i++)
            record = record.with(RecordFixtures.cough()).with(RecordFixtures.amoxicillin());
        var full = record;

        assertThat(full.symptoms()).hasSize(200);
        assertThat(full.prescriptions()).hasSize(200);
        assertThat(Refused.fieldsOf(() -> full.with(RecordFixtures.cough()))).containsExactly("symptoms: too-many");
        assertThat(Refused.fieldsOf(() -> full.with(RecordFixtures.amoxicillin())))
                .containsExactly("prescriptions: too-many");
    }

    @Test
    void onePartIsChangedOrTakenOutAndTheOthersStay() {
        var record = RecordFixtures.medicalRecord();
        var cough = record.symptoms().getFirst();
        var amoxicillin = record.prescriptions().getFirst();
        var worse = new Symptom(cough.id(), new SymptomDetails("Cough", 10, null, null, false));
        var stronger = new Prescription(
                amoxicillin.id(),
                new PrescriptionDetails("Amoxicillin", "1 g", "daily", "7 days", null, 0, null, false));

        assertThat(record.changed(worse).symptoms())
                .containsExactly(
                        worse, record.symptoms().get(1), record.symptoms().get(2));
        assertThat(record.without(cough.id()).symptoms())
                .containsExactly(record.symptoms().get(1), record.symptoms().get(2));
        assertThat(record.changed(stronger).prescriptions())
                .containsExactly(stronger, record.prescriptions().getLast());
        assertThat(record.without(amoxicillin.id()).prescriptions())
                .containsExactly(record.prescriptions().getLast());
    }

    @Test
    void aPartThatTheRecordHasNotIsNotFound() {
        var record = RecordFixtures.medicalRecord();

        assertNotFound(() -> record.changed(RecordFixtures.cough()));
        assertNotFound(() -> record.without(RecordFixtures.cough().id()));
        assertNotFound(() -> record.changed(RecordFixtures.amoxicillin()));
        assertNotFound(() -> record.without(RecordFixtures.amoxicillin().id()));
    }

    @ParameterizedTest
    @EnumSource(SoapPart.class)
    void aTextStandsBelowWhatAPartOfTheNoteHolds(SoapPart part) {
        var record = RecordFixtures.medicalRecord();
        var expected = record.texts();
        expected.compute(part.toString(), (_, before) -> before + "\n\nReview.");

        assertThat(record.with(part, "Review.").texts()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = "CHIEF_COMPLAINT", mode = EnumSource.Mode.EXCLUDE)
    void aTextStandsAloneInABlankPartOfTheNote(SoapPart part) {
        var record = RecordFixtures.bareRecord(AppointmentFixtures.appointmentId());
        var expected = record.texts();
        expected.put(part.toString(), " Review.\r\n");

        assertThat(record.with(part, " Review.\r\n").texts()).isEqualTo(expected);
    }

    @Test
    void aPartOfTheNoteWithATextMoreIsNoLongerThanOneThatIsWritten() {
        var half =
                RecordFixtures.bareRecord(AppointmentFixtures.appointmentId()).with(SoapPart.PLAN, "🫀".repeat(10_000));

        assertThat(Refused.fieldsOf(() -> half.with(SoapPart.PLAN, "🫀".repeat(9_998))))
                .isEmpty();
        assertThat(Refused.fieldsOf(() -> half.with(SoapPart.PLAN, "x".repeat(9_999))))
                .containsExactly("text: too-long");
    }

    private static MedicalRecord begun(RecordContent content) {
        return MedicalRecord.begin(
                RecordFixtures.recordId(), AppointmentFixtures.appointmentId(), content, TimeOrderedIds::nextId);
    }

    private static Entry<SymptomId, SymptomDetails> again(Symptom symptom, @Nullable SymptomId id) {
        return new Entry<>(id, symptom.details());
    }

    private static Entry<PrescriptionId, PrescriptionDetails> again(
            Prescription prescription, @Nullable PrescriptionId id) {
        return new Entry<>(id, prescription.details());
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(RecordRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
