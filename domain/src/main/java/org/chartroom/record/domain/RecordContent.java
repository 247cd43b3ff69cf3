package org.chartroom.record.domain;

import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.jspecify.annotations.Nullable;

/** All that a clinician writes into a record, as it is to stand there. */
@Phi
public record RecordContent(
        SoapNote note,
        AiScribe scribe,
        List<Entry<SymptomId, SymptomDetails>> symptoms,
        List<Entry<PrescriptionId, PrescriptionDetails>> prescriptions) {

    public RecordContent {
        symptoms = List.copyOf(symptoms);
        prescriptions = List.copyOf(prescriptions);
    }

    /**
     * A symptom or a prescription.
     *
     * @param id of the record's own that it is to replace; null for a new one
     */
    @Phi
    public record Entry<I, D>(@Nullable I id, D details) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
