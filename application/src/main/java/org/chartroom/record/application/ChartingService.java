package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;
import static org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import static org.chartroom.record.application.MedicalRecordView.SymptomView;

import java.time.Clock;
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
import org.chartroom.record.application.out.Drafts;
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
    private final DraftEnd draft;
    private final IdGenerator ids;
    private final Clock clock;

    ChartingService(
            AppointmentDirectory appointments,
            MedicalRecords records,
            VitalSignsReadings readings,
            Drafts drafts,
            AuditTrail trail,
            IdGenerator ids,
            Clock clock) {
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
        this.trail = trail;
        this.draft = new DraftEnd(drafts, trail);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public VisitView recordVisit(Actor by, AppointmentId appointment, Visit visit) {
        // A second visit is told that it is one, not that the first has completed the appointment.
        var written = appointments.complete(
                by,
                appointment,
                patient -> new VisitView(
                        write(by, appointment, patient, visit),
                        visit.vitalSigns() == null ? null : measure(by, appointment, patient, visit.vitalSigns())));
        draft.discard(by, appointment);
        return written;
    }

    private MedicalRecordView write(Actor by, AppointmentId appointment, PatientId patient, Visit visit) {
        var record = record(appointment, visit);
        var version = records.add(by, record);
        trail.record(by, created(MEDICAL_RECORD, record.id().value(), patient));
        return view(record, patient, version.at());
    }

    private VitalSignsView measure(Actor by, AppointmentId appointment, PatientId patient, Measurements measurements) {
        var vitalSigns = new VitalSigns(new VitalSignsId(ids.next()), appointment, measurements);
        var taken = readings.add(by, vitalSigns);
        trail.record(by, created(VITAL_SIGNS, vitalSigns.id().value(), patient));
        return taken.judged(clock.getZone());
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

    private static AuditEvent created(Reference.Kind kind, UUID id, PatientId patient) {
        return AuditEvent.of(Action.CREATE, kind, id, patient.value());
    }
}
