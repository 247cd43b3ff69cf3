package org.chartroom.record.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.RecordContent;
import org.chartroom.record.domain.SymptomDetails;

/**
 * How the record of a visit is written and corrected, by the appointment's provider or the patient's own. Each of these
 * is refused with {@code not-found} when the actor does not see the appointment or the record, with {@code forbidden}
 * when it is another's to write, with {@code illegal-transition} unless the appointment is in progress or completed, and
 * with {@code record-signed} once somebody has signed the record.
 * What has a version to be made from is refused with {@code stale-version} when that is not the stored one; what adds a
 * part has none, since nobody's words are lost by it. The version is the record's, also of its parts.
 */
public interface RecordKeeping {

    /**
     * Writes the first and only record of an appointment.
     *
     * @throws org.chartroom.kernel.Refusal {@code stale-version} when there is one already
     * @throws org.chartroom.kernel.InvalidInput {@code unknown} at a symptom or prescription that has an id already
     */
    MedicalRecordView begin(Actor by, AppointmentId appointment, RecordContent content);

    /**
     * Writes a record anew; symptoms and prescriptions that are mentioned by their id stay the ones that they are.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code unknown} at an id that is not the record's own;
     *     {@code repeated} at one that comes again
     */
    MedicalRecordView revise(Actor by, MedicalRecordId id, Version seen, RecordContent content);

    /**
     * {@link #revise(Actor, MedicalRecordId, Version, RecordContent)} of an appointment's record.
     *
     * @throws org.chartroom.kernel.Refusal {@code stale-version} also when there is none, since no version of it can
     *     have been seen
     */
    MedicalRecordView revise(Actor by, AppointmentId appointment, Version seen, RecordContent content);

    /** Puts a transcript in the place of the record's own, or gives it its first one; the rest of the record stays. */
    MedicalRecordView transcribe(Actor by, MedicalRecordId id, Version seen, String aiTranscript);

    /**
     * Adds a symptom.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code too-many} when there are 200 already
     */
    Versioned<SymptomView> add(Actor by, MedicalRecordId id, SymptomDetails details);

    /**
     * Corrects a symptom.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} also when the record has no such symptom
     */
    Versioned<SymptomView> change(
            Actor by, MedicalRecordId id, SymptomId symptom, Version seen, SymptomDetails details);

    /**
     * Takes a symptom out.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} also when the record has no such symptom
     */
    Version remove(Actor by, MedicalRecordId id, SymptomId symptom, Version seen);

    /**
     * Adds a prescription.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code too-many} when there are 200 already
     */
    Versioned<PrescriptionView> add(Actor by, MedicalRecordId id, PrescriptionDetails details);

    /**
     * Corrects a prescription.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} also when the record has no such prescription
     */
    Versioned<PrescriptionView> change(
            Actor by, MedicalRecordId id, PrescriptionId prescription, Version seen, PrescriptionDetails details);

    /**
     * Takes a prescription out.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} also when the record has no such prescription
     */
    Version remove(Actor by, MedicalRecordId id, PrescriptionId prescription, Version seen);
}
