package org.chartroom.record.web;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/** What a visit left behind, as a client reads it. */
@Phi
record VisitResponse(RecordResponse record, @Nullable VitalSignsResponse vitalSigns) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
