package org.chartroom.record.web;

import java.util.UUID;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.RecordContent.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A prescription as a client writes one.
 *
 * @param id which of the record's prescriptions it is, where a whole record is replaced; nowhere else
 */
@Phi
record PrescriptionBody(
        @Nullable UUID id,
        String medication,
        String dosage,
        String frequency,
        String duration,
        @Nullable Integer quantity,
        @Nullable Integer refills,
        @Nullable String instructions,
        @Nullable Boolean aiGenerated) {

    Entry<PrescriptionId, PrescriptionDetails> entry() {
        return new Entry<>(id == null ? null : new PrescriptionId(id), written());
    }

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable, {@code id} among them */
    PrescriptionDetails details() {
        var wrong = new Violations();
        if (id != null) wrong.add("id", "unknown", "must be left out here");
        var details = wrong.part(this::written);
        wrong.refuse();
        return details;
    }

    private PrescriptionDetails written() {
        return new PrescriptionDetails(
                medication,
                dosage,
                frequency,
                duration,
                quantity,
                refills == null ? 0 : refills,
                instructions,
                Boolean.TRUE.equals(aiGenerated));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
