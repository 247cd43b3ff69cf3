package org.chartroom.appointment.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed on for an appointment.
 *
 * @param at     when it begins: UTC, 1900 up to 2200, cut to whole microseconds; it may lie in the past, since a visit
 *               may be written up afterwards
 * @param reason why the patient comes, at most 20,000 characters
 * @param notes  of the front desk, at most 20,000 characters
 */
@Phi
public record AppointmentDetails(
        Instant at,
        AppointmentType type,
        @Nullable String reason,
        @Nullable String notes) {

    /** The first instant at which an appointment can begin. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    /** The last one. */
    public static final Instant LATEST = Instant.parse("2199-12-31T23:59:59.999999Z");

    public AppointmentDetails {
        var wrong = new Violations();
        if (wrong.required("appointmentDate", at)) {
            at = at.truncatedTo(ChronoUnit.MICROS);
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST))
                wrong.add("appointmentDate", "out-of-range", "must be between " + EARLIEST + " and " + LATEST);
        }
        wrong.required("appointmentType", type);
        wrong.optionalText("reason", reason, Violations.FREE_TEXT);
        wrong.optionalText("notes", notes, Violations.FREE_TEXT);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
