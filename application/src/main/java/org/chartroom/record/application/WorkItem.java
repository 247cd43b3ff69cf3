package org.chartroom.record.application;

import java.time.Instant;
import java.time.LocalDate;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.record.MedicalRecordId;
import org.jspecify.annotations.Nullable;

/**
 * A visit that is still to be written up or signed, to be shown.
 *
 * @param appointmentType as clients read it, and so is {@code status}: both are the appointment feature's own
 * @param recordId        null when there is no record yet; one that is there is not signed
 * @param undecidedProposals how much of what an AI scribe proposed for the record is neither accepted nor rejected
 */
@Phi
public record WorkItem(
        AppointmentId appointmentId,
        PatientId patientId,
        PersonName name,
        LocalDate dateOfBirth,
        Instant appointmentDate,
        String appointmentType,
        String status,
        @Nullable MedicalRecordId recordId,
        int undecidedProposals) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
