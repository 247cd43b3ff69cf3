package org.chartroom.record.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.domain.Flag;
import org.chartroom.record.domain.VitalSign;
import org.jspecify.annotations.Nullable;

/**
 * Vital signs as a client reads them.
 *
 * @param bmi   body mass index, kg/m², derived; null unless weight and height were measured
 * @param flags what is unusual at the patient's age on the day of the visit
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
        List<FlagResponse> flags,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A figure that is unusual.
     *
     * @param field name of the figure beside which it stands
     * @param low   null where the range has no lower end, {@code high} where it has no upper
     * @param unit  of the figure and the range, in UCUM
     */
    @Phi
    record FlagResponse(
            VitalSign field,
            Flag.Code code,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String unit) {

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
