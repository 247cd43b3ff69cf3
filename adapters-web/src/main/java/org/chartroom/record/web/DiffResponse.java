package org.chartroom.record.web;

import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.domain.RecordDiff;
import org.chartroom.record.domain.RecordDiff.FieldChange;
import org.chartroom.record.domain.RecordDiff.PartChange;

/** What changed between two versions of a record, as a client reads it. */
@Phi
record DiffResponse(
        int from, int to, List<FieldChange> fields, List<PartChange> symptoms, List<PartChange> prescriptions) {

    static DiffResponse of(int from, int to, RecordDiff diff) {
        return new DiffResponse(from, to, diff.fields(), diff.symptoms(), diff.prescriptions());
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
