package org.chartroom.record.web;

import java.time.Instant;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.application.ChartImport.WrittenVisit;
import org.jspecify.annotations.Nullable;

/** An appointment of a {@link ChartBody}, with what was measured and written at it. */
@Phi
record ImportedVisitBody(
        @Nullable ProviderId providerId,
        Instant appointmentDate,
        String appointmentType,
        String status,
        @Nullable String reason,
        @Nullable String notes,
        @Nullable Boolean allowOverlap,
        @Nullable String overlapReason,
        @Nullable VitalSignsBody vitalSigns,
        @Nullable RecordBody record) {

    /** @param wrong is told of what is not acceptable in vital signs and record, at their place */
    WrittenVisit visit(String place, Violations wrong) {
        return new WrittenVisit(
                new AppointmentEntry(
                        providerId,
                        appointmentDate,
                        appointmentType,
                        status,
                        reason,
                        notes,
                        allowOverlap,
                        overlapReason),
                vitalSigns == null ? null : wrong.part(place + ".vitalSigns", vitalSigns::measurements),
                record != null,
                record == null ? null : wrong.part(place + ".record", record::content));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
