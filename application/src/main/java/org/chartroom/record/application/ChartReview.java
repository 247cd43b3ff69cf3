package org.chartroom.record.application;

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
}
