package org.chartroom.record.web;

import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.RecordContent;
import org.chartroom.record.domain.SoapNote;
import org.jspecify.annotations.Nullable;

/**
 * A record as a client writes one. What is not nullable is required: JSON can leave it out, the domain then says so.
 *
 * @param symptoms      none when left out, as {@code prescriptions}
 */
@Phi
record RecordBody(
        String chiefComplaint,
        String subjective,
        String objective,
        String assessment,
        String plan,
        @Nullable String aiTranscript,
        @Nullable String aiSummary,
        @Nullable List<SymptomBody> symptoms,
        @Nullable List<PrescriptionBody> prescriptions) {

    SoapNote note() {
        return new SoapNote(chiefComplaint, subjective, objective, assessment, plan);
    }

    AiScribe scribe() {
        return new AiScribe(aiTranscript, aiSummary);
    }

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    RecordContent content() {
        var wrong = new Violations();
        var note = wrong.part(this::note);
        var scribe = wrong.part(this::scribe);
        var allSymptoms = wrong.parts("symptoms", symptoms, SymptomBody::entry);
        var allPrescriptions = wrong.parts("prescriptions", prescriptions, PrescriptionBody::entry);
        wrong.refuse();
        return new RecordContent(note, scribe, allSymptoms, allPrescriptions);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
