package org.chartroom.record.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;

/** What a clinician reads before, in and after a visit. */
public interface ChartReview {

    /**
     * The whole chart of a patient on whose care team the actor is.
     *
     * @param transcripts whether records come with {@code aiTranscript}, else with {@code aiTranscriptLength} alone
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found}
     */
    Chart chart(Actor by, PatientId patient, boolean transcripts);

    /**
     * One record of a patient on whose care team the actor is.
     *
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found}
     */
    MedicalRecordView record(Actor by, MedicalRecordId id);

    /**
     * The record of an appointment of a patient on whose care team the actor is.
     *
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found}, in the same words whether there is no such
     *     appointment or no record of it
     */
    MedicalRecordView record(Actor by, AppointmentId appointment);

    /**
     * The vital signs of an appointment of a patient on whose care team the actor is.
     *
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found}, in the same words whether there is no such
     *     appointment or nothing was measured
     */
    VitalSignsView vitalSigns(Actor by, AppointmentId appointment);
}
