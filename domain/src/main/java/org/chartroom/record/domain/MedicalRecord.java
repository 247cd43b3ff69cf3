package org.chartroom.record.domain;

import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.MedicalRecordId;

/**
 * The record of one visit: the note, what an AI scribe contributed, symptoms and prescriptions.
 *
 * @param appointment the visit; it has at most one record
 * @param symptoms      in the order in which they were recorded
 * @param prescriptions in the order in which they were recorded
 */
@Phi
public record MedicalRecord(
        MedicalRecordId id,
        AppointmentId appointment,
        SoapNote note,
        AiScribe scribe,
        List<Symptom> symptoms,
        List<Prescription> prescriptions) {

    public MedicalRecord {
        symptoms = List.copyOf(symptoms);
        prescriptions = List.copyOf(prescriptions);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
