package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;

import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.Drafts;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.RecordContent;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.Symptom;
import org.chartroom.record.domain.SymptomDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appointment is held before its record is, by everybody, so that no two wait for each other. */
@Service
@Transactional
class RecordKeepingService implements RecordKeeping {

    private final AppointmentDirectory appointments;
    private final MedicalRecords records;
    private final Charts charts;
    private final AuditTrail trail;
    private final DraftEnd draft;
    private final IdGenerator ids;

    RecordKeepingService(
            AppointmentDirectory appointments,
            MedicalRecords records,
            Charts charts,
            Drafts drafts,
            AuditTrail trail,
            IdGenerator ids) {
        this.appointments = appointments;
        this.records = records;
        this.charts = charts;
        this.trail = trail;
        this.draft = new DraftEnd(drafts, trail);
        this.ids = ids;
    }

    @Override
    public MedicalRecordView begin(Actor by, AppointmentId appointment, RecordContent content) {
        var patient = appointments.requireBegun(by, appointment);
        records.idOf(by, appointment).map(id -> records.lock(by, id)).ifPresent(stored -> {
            throw RecordRefusal.notTheFirst(stored.value().id(), stored.version());
        });
        var record = MedicalRecord.begin(new MedicalRecordId(ids.next()), appointment, content, ids);
        records.add(by, record);
        tell(by, Action.CREATE, record.id(), patient);
        draft.discard(by, appointment);
        return view(by, record.id());
    }

    @Override
    public MedicalRecordView revise(Actor by, MedicalRecordId id, Version seen, RecordContent content) {
        return revise(by, held(by, id), seen, content);
    }

    @Override
    public MedicalRecordView revise(Actor by, AppointmentId appointment, Version seen, RecordContent content) {
        var patient = appointments.requireBegun(by, appointment);
        var id = records.idOf(by, appointment).orElseThrow(() -> RecordRefusal.noRecordToReplace(appointment));
        return revise(by, new Held(patient, records.lock(by, id)), seen, content);
    }

    @Override
    public MedicalRecordView transcribe(Actor by, MedicalRecordId id, Version seen, String aiTranscript) {
        var held = held(by, id);
        held.refuseStale(seen);
        replace(by, held, held.record().transcribed(aiTranscript));
        return view(by, id);
    }

    @Override
    public Versioned<SymptomView> add(Actor by, MedicalRecordId id, SymptomDetails details) {
        var held = held(by, id);
        var added = new Symptom(new SymptomId(ids.next()), details);
        replace(by, held, held.record().with(added));
        return shown(by, id, added.id());
    }

    @Override
    public Versioned<SymptomView> change(
            Actor by, MedicalRecordId id, SymptomId symptom, Version seen, SymptomDetails details) {
        var held = held(by, id);
        var changed = held.record().changed(new Symptom(symptom, details));
        held.refuseStale(seen);
        replace(by, held, changed);
        return shown(by, id, symptom);
    }

    @Override
    public Version remove(Actor by, MedicalRecordId id, SymptomId symptom, Version seen) {
        var held = held(by, id);
        var changed = held.record().without(symptom);
        held.refuseStale(seen);
        return replace(by, held, changed);
    }

    @Override
    public Versioned<PrescriptionView> add(Actor by, MedicalRecordId id, PrescriptionDetails details) {
        var held = held(by, id);
        var added = new Prescription(new PrescriptionId(ids.next()), details);
        replace(by, held, held.record().with(added));
        return shown(by, id, added.id());
    }

    @Override
    public Versioned<PrescriptionView> change(
            Actor by, MedicalRecordId id, PrescriptionId prescription, Version seen, PrescriptionDetails details) {
        var held = held(by, id);
        var changed = held.record().changed(new Prescription(prescription, details));
        held.refuseStale(seen);
        replace(by, held, changed);
        return shown(by, id, prescription);
    }

    @Override
    public Version remove(Actor by, MedicalRecordId id, PrescriptionId prescription, Version seen) {
        var held = held(by, id);
        var changed = held.record().without(prescription);
        held.refuseStale(seen);
        return replace(by, held, changed);
    }

    private MedicalRecordView revise(Actor by, Held held, Version seen, RecordContent content) {
        held.refuseStale(seen); // before the ids are looked at: one may have been removed since
        replace(by, held, held.record().revised(content, ids));
        draft.discard(by, held.record().appointment());
        return view(by, held.record().id());
    }

    private Held held(Actor by, MedicalRecordId id) {
        var appointment = records.appointmentOf(by, id).orElseThrow(RecordRefusal::unknownRecord);
        var patient = appointments.requireBegun(by, appointment);
        return new Held(patient, records.lock(by, id));
    }

    private Version replace(Actor by, Held held, MedicalRecord changed) {
        var version = records.replace(by, changed, held.stored.version());
        tell(by, Action.UPDATE, changed.id(), held.patient);
        return version;
    }

    private MedicalRecordView view(Actor by, MedicalRecordId id) {
        return charts.findRecord(by, id).orElseThrow(RecordRefusal::unknownRecord);
    }

    private Versioned<SymptomView> shown(Actor by, MedicalRecordId id, SymptomId symptom) {
        var record = view(by, id);
        return record.symptoms().stream()
                .filter(each -> each.id().equals(symptom))
                .findAny()
                .map(each -> new Versioned<>(each, record.version()))
                .orElseThrow(RecordRefusal::unknownSymptom);
    }

    private Versioned<PrescriptionView> shown(Actor by, MedicalRecordId id, PrescriptionId prescription) {
        var record = view(by, id);
        return record.prescriptions().stream()
                .filter(each -> each.id().equals(prescription))
                .findAny()
                .map(each -> new Versioned<>(each, record.version()))
                .orElseThrow(RecordRefusal::unknownPrescription);
    }

    private void tell(Actor by, Action action, MedicalRecordId id, PatientId patient) {
        trail.record(by, AuditEvent.of(action, MEDICAL_RECORD, id.value(), patient.value()));
    }

    /** A record that nobody else changes before the transaction ends, and whose it is. */
    private static final class Held {

        private final PatientId patient;
        private final Versioned<MedicalRecord> stored;

        Held(PatientId patient, Versioned<MedicalRecord> stored) {
            this.patient = patient;
            this.stored = stored;
        }

        MedicalRecord record() {
            return stored.value();
        }

        void refuseStale(Version seen) {
            if (!stored.version().equals(seen)) throw RecordRefusal.stale(record().id(), stored.version());
        }
    }
}
