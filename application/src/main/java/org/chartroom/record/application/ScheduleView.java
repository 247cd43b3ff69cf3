package org.chartroom.record.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.record.MedicalRecordId;
import org.jspecify.annotations.Nullable;

/**
 * A provider's day.
 *
 * @param zone  IANA id of the clinic's zone
 * @param items by time and id
 */
@Phi
public record ScheduleView(LocalDate date, String zone, List<Item> items) {

    public ScheduleView {
        items = List.copyOf(items);
    }

    /**
     * An appointment of the day.
     *
     * @param appointmentType as clients read it, and so is {@code status}: both are the appointment feature's own
     * @param end             by the length that its type has now
     * @param recordId        null while nothing is written up
     */
    @Phi
    public record Item(
            AppointmentId id,
            PatientId patientId,
            PersonName name,
            LocalDate dateOfBirth,
            Instant appointmentDate,
            Instant end,
            String appointmentType,
            String status,
            @Nullable String reason,
            boolean hasVitalSigns,
            @Nullable MedicalRecordId recordId) {

        /** In whole years; who is born on a 29th of February has the birthday on the 1st of March of a common year. */
        public int age(LocalDate on) {
            return Math.max(0, Period.between(dateOfBirth, on).getYears());
        }

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
