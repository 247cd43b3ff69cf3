package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;
import static org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import static org.chartroom.record.application.MedicalRecordView.SymptomView;

import java.time.Instant;
import java.util.UUID;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.Symptom;
import org.chartroom.record.domain.VitalSigns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ChartingService implements Charting {

    private final AppointmentDirectory appointments;
    private final MedicalRecords records;
    private final VitalSignsReadings readings;
    private final AuditTrail trail;
    private final IdGenerator ids;

    ChartingService(
            AppointmentDirectory appointments,
            MedicalRecords records,
            VitalSignsReadings readings,
            AuditTrail trail,
            IdGenerator ids) {
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
        this.trail = trail;
        this.ids = ids;
    }

    @Override
    public VisitView recordVisit(Actor by, AppointmentId appointment, Visit visit) {
        var record = record(appointment, visit);
        var vitalSigns = visit.vitalSigns() == null ? null : vitalSigns(appointment, visit.vitalSigns());
        // The record first: a second visit is told that it is one, not that the first has completed the appointment.
        var recorded = records.add(by, record);
        var measured = vitalSigns == null ? null : readings.add(by, vitalSigns);
        var patient = appointments.complete(by, appointment);
        trail.record(by, created(MEDICAL_RECORD, record.id().value(), patient));
        if (vitalSigns != null)
            trail.record(by, created(VITAL_SIGNS, vitalSigns.id().value(), patient));
        return new VisitView(
                view(record, patient, recorded.at()),
                vitalSigns == null || measured == null ? null : view(vitalSigns, measured.at()));
    }

    private MedicalRecord record(AppointmentId appointment, Visit visit) {
        return new MedicalRecord(
                new MedicalRecordId(ids.next()),
                appointment,
                visit.note(),
                visit.scribe(),
                visit.symptoms().stream()
                        .map(details -> new Symptom(new SymptomId(ids.next()), details))
                        .toList(),
                visit.prescriptions().stream()
                        .map(details -> new Prescription(new PrescriptionId(ids.next()), details))
                        .toList());
    }

    private VitalSigns vitalSigns(AppointmentId appointment, Measurements measurements) {
        return new VitalSigns(new VitalSignsId(ids.next()), appointment, measurements);
    }

    private static MedicalRecordView view(MedicalRecord record, PatientId patient, Instant at) {
        return new MedicalRecordView(
                record.id(),
                record.appointment(),
                patient,
                record.note(),
                record.scribe(),
                record.symptoms().stream()
                        .map(symptom -> new SymptomView(symptom.id(), symptom.details(), at, at))
                        .toList(),
                record.prescriptions().stream()
                        .map(prescription -> new PrescriptionView(prescription.id(), prescription.details(), at, at))
                        .toList(),
                at,
                at);
    }

    private static VitalSignsView view(VitalSigns vitalSigns, Instant at) {
        return new VitalSignsView(vitalSigns.id(), vitalSigns.appointment(), vitalSigns.measurements(), at, at);
    }

    private static AuditEvent created(Reference.Kind kind, UUID id, PatientId patient) {
        return AuditEvent.of(Action.CREATE, kind, id, patient.value());
    }
}
