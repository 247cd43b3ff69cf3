package org.chartroom.record.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.WorkItem;
import org.jspecify.annotations.Nullable;

/** What is still to be done of a visit, as a client reads it. */
@Phi
record WorkItemResponse(
        Task task,
        AppointmentId appointmentId,
        @Nullable MedicalRecordId recordId,
        PatientId patientId,
        String firstName,
        String lastName,
        LocalDate dateOfBirth,
        Instant appointmentDate,
        String appointmentType,
        String status,
        int undecidedProposals) {

    static WorkItemResponse of(WorkItem item) {
        return new WorkItemResponse(
                item.recordId() == null ? Task.WRITE_RECORD : Task.SIGN_RECORD,
                item.appointmentId(),
                item.recordId(),
                item.patientId(),
                item.name().firstName(),
                item.name().lastName(),
                item.dateOfBirth(),
                item.appointmentDate(),
                item.appointmentType(),
                item.status(),
                item.undecidedProposals());
    }

    /** What is to be done. */
    enum Task {
        WRITE_RECORD,
        SIGN_RECORD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
