package org.chartroom.record.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.record.domain.RecordFixtures.fatigue;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;

import java.util.List;
import java.util.stream.Stream;
import org.chartroom.record.domain.RecordDiff.FieldChange;
import org.chartroom.record.domain.RecordDiff.PartChange;
import org.chartroom.record.domain.Segment.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordDiffTest {

    private final MedicalRecord record = medicalRecord();

    @Test
    void nothingDiffersFromItself() {
        assertThat(diff(record, record)).isEqualTo(new RecordDiff(List.of(), List.of(), List.of()));
    }

    @Test
    void aChangedTextIsTold() {
        var note = new SoapNote(
                record.note().chiefComplaint(),
                record.note().subjective(),
                record.note().objective(),
                record.note().assessment(),
                "Rest.");

        var diff = diff(record, with(note, record.symptoms()));

        assertThat(diff.fields())
                .containsExactly(new FieldChange(
                        "plan",
                        List.of(
                                new Segment(Change.DELETE, record.note().plan()),
                                new Segment(Change.INSERT, "Rest."))));
        assertThat(diff.symptoms()).isEmpty();
        assertThat(diff.prescriptions()).isEmpty();
    }

    @Test
    void aPartThatIsNewGoneOrChangedIsToldByItsId() {
        var gone = record.symptoms().get(0);
        var kept = record.symptoms().get(1);
        var added = fatigue();
        var before = record.symptoms().get(2);
        var changed = new Symptom(before.id(), new SymptomDetails("Fatigue", 3, null, null, true));

        var diff = diff(record, with(record.note(), List.of(kept, changed, added)));

        assertThat(diff.fields()).isEmpty();
        assertThat(diff.symptoms())
                .extracting(PartChange::id)
                .containsExactly(
                        gone.id().toString(), before.id().toString(), added.id().toString());
        assertThat(diff.symptoms().get(0).fields())
                .extracting(FieldChange::field)
                .containsExactly("name", "severity", "duration", "notes", "aiGenerated");
        assertThat(diff.symptoms().get(1).fields())
                .containsExactly(
                        new FieldChange("severity", List.of(new Segment(Change.INSERT, "3"))),
                        new FieldChange(
                                "aiGenerated",
                                List.of(new Segment(Change.DELETE, "false"), new Segment(Change.INSERT, "true"))));
    }

    @Test
    void fromNothingEverythingIsNew() {
        var diff = diff(null, record);

        assertThat(diff.fields())
                .extracting(FieldChange::field)
                .containsExactly(
                        "chiefComplaint", "subjective", "objective", "assessment", "plan", "aiTranscript", "aiSummary");
        assertThat(diff.symptoms()).hasSize(3);
        assertThat(diff.prescriptions()).hasSize(2);
    }

    @Test
    void toNothingEverythingIsGone() {
        assertThat(diff(record, null).fields())
                .flatExtracting(FieldChange::segments)
                .extracting(Segment::change)
                .containsOnly(Change.DELETE);
    }

    private MedicalRecord with(SoapNote note, List<Symptom> symptoms) {
        return new MedicalRecord(
                record.id(), record.appointment(), note, record.scribe(), symptoms, record.prescriptions());
    }

    private static RecordDiff diff(@Nullable MedicalRecord former, @Nullable MedicalRecord latter) {
        return RecordDiff.between(former, latter, RecordDiffTest::replaced);
    }

    private static List<Segment> replaced(String former, String latter) {
        return Stream.of(new Segment(Change.DELETE, former), new Segment(Change.INSERT, latter))
                .filter(segment -> !segment.text().isEmpty())
                .toList();
    }
}
