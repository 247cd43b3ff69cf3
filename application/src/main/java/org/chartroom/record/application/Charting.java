package org.chartroom.record.application;

import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.Actor;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;

/** What a clinician writes down. */
public interface Charting {

    /**
     * Writes up a whole visit, all or nothing: the record, the vital signs if any were taken, and the appointment
     * completed. From a scheduled, checked-in or started appointment, since a visit may be written up afterwards.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees no such appointment; {@code forbidden}
     *     when it is not the actor's to write up; {@code already-exists} when it has a record, or vital signs and the visit brings some;
     *     {@code illegal-transition} when it is completed without a record, cancelled, or the patient did not come
     */
    VisitView recordVisit(Actor by, AppointmentId appointment, Visit visit);

    /** A visit as a clinician writes it up. */
    @Phi
    record Visit(
            SoapNote note,
            AiScribe scribe,
            List<SymptomDetails> symptoms,
            List<PrescriptionDetails> prescriptions,
            @Nullable Measurements vitalSigns) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
