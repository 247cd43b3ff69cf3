package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/** What one visit left behind. */
@Phi
public record VisitView(MedicalRecordView record, @Nullable VitalSignsView vitalSigns) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
