package org.chartroom.record.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.ScheduleView;
import org.jspecify.annotations.Nullable;

/**
 * A provider's day as a client reads it.
 *
 * @param zone in which {@code date} is a day: an IANA id
 */
@Phi
record ScheduleResponse(LocalDate date, String zone, List<Item> items) {

    static ScheduleResponse of(ScheduleView view) {
        return new ScheduleResponse(
                view.date(),
                view.zone(),
                view.items().stream().map(item -> Item.of(item, view.date())).toList());
    }

    /**
     * An appointment of the day.
     *
     * @param age of the patient on that day, in whole years
     */
    @Phi
    record Item(
            AppointmentId id,
            PatientId patientId,
            String firstName,
            String lastName,
            int age,
            Instant appointmentDate,
            Instant end,
            String appointmentType,
            String status,
            @Nullable String reason,
            boolean hasVitalSigns,
            boolean hasRecord,
            @Nullable MedicalRecordId recordId) {

        private static Item of(ScheduleView.Item item, LocalDate day) {
            return new Item(
                    item.id(),
                    item.patientId(),
                    item.name().firstName(),
                    item.name().lastName(),
                    item.age(day),
                    item.appointmentDate(),
                    item.end(),
                    item.appointmentType(),
                    item.status(),
                    item.reason(),
                    item.hasVitalSigns(),
                    item.recordId() != null,
                    item.recordId());
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
