package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.MedicalRecordView;

/** Records and whole charts, to be shown; each view is one read. */
public interface Charts {

    /** A whole chart; {@code transcripts} says whether records come with {@code aiTranscript}, else with its length. */
    Optional<Chart> find(Actor by, PatientId patient, boolean transcripts);

    Optional<MedicalRecordView> findRecord(Actor by, MedicalRecordId id);

    Optional<MedicalRecordView> findRecord(Actor by, AppointmentId appointment);
}
