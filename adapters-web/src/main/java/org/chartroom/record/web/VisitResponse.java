package org.chartroom.record.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.VitalSignsId;
import org.jspecify.annotations.Nullable;

/** What a visit left behind, as a client reads it. */
@Phi
record VisitResponse(RecordResponse record, @Nullable VitalSignsResponse vitalSigns) {

    /**
     * Vital signs as a client reads them.
     *
     * @param bmi body mass index, kg/m², derived; null unless weight and height were measured
     */
    @Phi
    record VitalSignsResponse(
            VitalSignsId id,
            AppointmentId appointmentId,
            @Nullable Integer bloodPressureSystolic,
            @Nullable Integer bloodPressureDiastolic,
            @Nullable Integer heartRate,
            @Nullable BigDecimal temperature,
            @Nullable Integer respiratoryRate,
            @Nullable Integer oxygenSaturation,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal height,
            @Nullable BigDecimal bmi,
            Instant createdAt,
            Instant updatedAt) {

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
