package org.chartroom.record.web;

import java.util.UUID;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.SymptomId;
import org.chartroom.record.domain.RecordContent.Entry;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;

/**
 * A symptom as a client writes one.
 *
 * @param id which of the record's symptoms it is, where a whole record is replaced; nowhere else
 */
@Phi
record SymptomBody(
        @Nullable UUID id,
        String name,
        @Nullable Integer severity,
        @Nullable String duration,
        @Nullable String notes,
        @Nullable Boolean aiGenerated) {

    Entry<SymptomId, SymptomDetails> entry() {
        return new Entry<>(id == null ? null : new SymptomId(id), written());
    }

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable, {@code id} among them */
    SymptomDetails details() {
        var wrong = new Violations();
        if (id != null) wrong.add("id", "unknown", "must be left out here");
        var details = wrong.part(this::written);
        wrong.refuse();
        return details;
    }

    private SymptomDetails written() {
        return new SymptomDetails(name, severity, duration, notes, Boolean.TRUE.equals(aiGenerated));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
