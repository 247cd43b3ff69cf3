package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.texts;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.jdbc.Columns.uuids;
import static org.chartroom.jdbc.Columns.version;

import java.util.List;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Constraints;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.Symptom;
import org.chartroom.record.domain.SymptomDetails;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMedicalRecords implements MedicalRecords {

    private final ActorJdbc jdbc;
    private final AppointmentAccess access;
    private final Charts charts;

    JdbcMedicalRecords(ActorJdbc jdbc, Charts charts) {
        this.jdbc = jdbc;
        this.access = new AppointmentAccess(jdbc);
        this.charts = charts;
    }

    @Override
    public Optional<Versioned<MedicalRecord>> find(Actor by, MedicalRecordId id) {
        return charts.findRecord(by, id).map(view -> new Versioned<>(record(view), view.version()));
    }

    @Override
    public Optional<AppointmentId> appointmentOf(Actor by, MedicalRecordId id) {
        return jdbc.as(by.id().value())
                .sql("""
                select r.appointment_id
                  from clinic.medical_record r
                  join clinic.appointment    a on a.id = r.appointment_id
                  join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where r.id = :id
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> new AppointmentId(uuid(row, "appointment_id")))
                .optional();
    }

    @Override
    public Optional<MedicalRecordId> idOf(Actor by, AppointmentId appointment) {
        return jdbc.as(by.id().value())
                .sql("""
                select r.id
                  from clinic.medical_record r
                  join clinic.appointment    a on a.id = r.appointment_id
                  join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where r.appointment_id = :appointment
                """)
                .param("appointment", appointment.value())
                .param("actor", by.id().value())
                .query((row, _) -> new MedicalRecordId(uuid(row, "id")))
                .optional();
    }

    @Override
    public Versioned<MedicalRecord> lock(Actor by, MedicalRecordId id) {
        var locked = jdbc.as(by.id().value())
                .sql("""
                select r.id
                  from clinic.medical_record r
                  join clinic.appointment    a on a.id = r.appointment_id
                  join clinic.patient        p on p.id = a.patient_id
                 where r.id = :id
                   and :actor in (a.provider_id, p.provider_id)
                   for no key update of r
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> uuid(row, "id"))
                .optional();
        // read by a statement of its own, which sees what whoever held it before has left
        var stored = find(by, id).orElseThrow(RecordRefusal::unknownRecord);
        if (locked.isEmpty()) throw RecordRefusal.notTheActors(stored.value().appointment());
        return stored;
    }

    @Override
    public Version add(Actor by, MedicalRecord record) {
        try {
            var version = jdbc.as(by.id().value())
                    .sql("""
                    insert into clinic.medical_record
                           (id, appointment_id, chief_complaint, subjective, objective, assessment, plan,
                            ai_transcript, ai_summary)
                    select :id, a.id, :chiefComplaint, :subjective, :objective, :assessment, :plan,
                           :aiTranscript, :aiSummary
                      from clinic.appointment a
                      join clinic.patient     p on p.id = a.patient_id
                     where a.id = :appointment
                       and :actor in (a.provider_id, p.provider_id)
                    returning updated_at
                    """)
                    .paramSource(parameters(by, record))
                    .query((row, _) -> version(row))
                    .optional()
                    .orElseThrow(() -> access.refusal(by, record.appointment()));
            putSymptoms(by, record.id(), record.symptoms());
            putPrescriptions(by, record.id(), record.prescriptions());
            return version;
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "medical_record_appointment_id_key"))
                throw RecordRefusal.secondRecord(record.appointment());
            // deleted while this one waited for that
            if (Constraints.violated(e, "medical_record_appointment_id_fkey")) throw RecordRefusal.unknownAppointment();
            throw e;
        }
    }

    @Override
    public Version replace(Actor by, MedicalRecord record, Version seen) {
        try {
            return put(by, record, seen);
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "signature_holds")) throw RecordRefusal.signed(record.id());
            throw e;
        }
    }

    private Version put(Actor by, MedicalRecord record, Version seen) {
        var version = jdbc.as(by.id().value())
                .sql("""
                update clinic.medical_record r
                   set chief_complaint = :chiefComplaint,
                       subjective      = :subjective,
                       objective       = :objective,
                       assessment      = :assessment,
                       plan            = :plan,
                       ai_transcript   = :aiTranscript,
                       ai_summary      = :aiSummary
                  from clinic.appointment a
                  join clinic.patient     p on p.id = a.patient_id
                 where r.id = :id
                   and r.updated_at = :seen
                   and a.id = r.appointment_id
                   and :actor in (a.provider_id, p.provider_id)
                returning r.updated_at
                """)
                .paramSource(parameters(by, record).addValue("seen", timestamptz(seen.at())))
                .query((row, _) -> version(row))
                .optional()
                .orElseThrow(() -> missed(by, record.id()));
        removeSymptomsBut(by, record.symptoms(), record.id());
        removePrescriptionsBut(by, record.prescriptions(), record.id());
        putSymptoms(by, record.id(), record.symptoms());
        putPrescriptions(by, record.id(), record.prescriptions());
        return version;
    }

    private RecordRefusal missed(Actor by, MedicalRecordId id) {
        return find(by, id)
                .map(stored -> access.mayWrite(by, stored.value().appointment())
                        ? RecordRefusal.stale(id, stored.version())
                        : RecordRefusal.notTheActors(stored.value().appointment()))
                .orElseGet(RecordRefusal::unknownRecord);
    }

    private void removeSymptomsBut(Actor by, List<Symptom> kept, MedicalRecordId record) {
        jdbc.as(by.id().value())
                .sql("""
                delete from clinic.symptom
                 where medical_record_id = :record
                   and id <> all (:kept::uuid[])
                """)
                .param("record", record.value())
                .param("kept", uuids(kept, symptom -> symptom.id().value()))
                .update();
    }

    private void removePrescriptionsBut(Actor by, List<Prescription> kept, MedicalRecordId record) {
        jdbc.as(by.id().value())
                .sql("""
                delete from clinic.prescription
                 where medical_record_id = :record
                   and id <> all (:kept::uuid[])
                """)
                .param("record", record.value())
                .param("kept", uuids(kept, prescription -> prescription.id().value()))
                .update();
    }

    /** Adds what is new and changes what differs; what is as it was keeps its times. */
    private void putSymptoms(Actor by, MedicalRecordId record, List<Symptom> symptoms) {
        if (symptoms.isEmpty()) return;
        var details = symptoms.stream().map(Symptom::details).toList();
        jdbc.as(by.id().value())
                .sql("""
                insert into clinic.symptom (id, medical_record_id, name, severity, duration, notes, ai_generated)
                select s.id, :record, s.name, s.severity, s.duration, s.notes, s.ai_generated
                  from unnest(:ids::uuid[], :names::text[], :severities::integer[], :durations::text[], :notes::text[],
                              :aiGenerated::boolean[])
                       as s (id, name, severity, duration, notes, ai_generated)
                    on conflict (id) do update
                   set name         = excluded.name,
                       severity     = excluded.severity,
                       duration     = excluded.duration,
                       notes        = excluded.notes,
                       ai_generated = excluded.ai_generated
                 where symptom.medical_record_id = excluded.medical_record_id
                   and (symptom.name, symptom.severity, symptom.duration, symptom.notes, symptom.ai_generated)
                       is distinct from
                       (excluded.name, excluded.severity, excluded.duration, excluded.notes, excluded.ai_generated)
                """)
                .param("record", record.value())
                .param("ids", uuids(symptoms, symptom -> symptom.id().value()))
                .param("names", texts(details, SymptomDetails::name))
                .param("severities", texts(details, SymptomDetails::severity))
                .param("durations", texts(details, SymptomDetails::duration))
                .param("notes", texts(details, SymptomDetails::notes))
                .param("aiGenerated", texts(details, SymptomDetails::aiGenerated))
                .update();
    }

    /** Adds what is new and changes what differs; what is as it was keeps its times. */
    private void putPrescriptions(Actor by, MedicalRecordId record, List<Prescription> prescriptions) {
        if (prescriptions.isEmpty()) return;
        var details = prescriptions.stream().map(Prescription::details).toList();
        jdbc.as(by.id().value())
                .sql("""
                insert into clinic.prescription
                       (id, medical_record_id, medication, dosage, frequency, duration,
                        quantity, refills, instructions, ai_generated)
                select m.id, :record, m.medication, m.dosage, m.frequency, m.duration,
                       m.quantity, m.refills, m.instructions, m.ai_generated
                  from unnest(:ids::uuid[], :medications::text[], :dosages::text[], :frequencies::text[],
                              :durations::text[], :quantities::integer[], :refills::integer[],
                              :instructions::text[], :aiGenerated::boolean[])
                       as m (id, medication, dosage, frequency, duration, quantity, refills, instructions, ai_generated)
                    on conflict (id) do update
                   set medication   = excluded.medication,
                       dosage       = excluded.dosage,
                       frequency    = excluded.frequency,
                       duration     = excluded.duration,
                       quantity     = excluded.quantity,
                       refills      = excluded.refills,
                       instructions = excluded.instructions,
                       ai_generated = excluded.ai_generated
                 where prescription.medical_record_id = excluded.medical_record_id
                   and (prescription.medication, prescription.dosage, prescription.frequency, prescription.duration,
                        prescription.quantity, prescription.refills, prescription.instructions,
                        prescription.ai_generated)
                       is distinct from
                       (excluded.medication, excluded.dosage, excluded.frequency, excluded.duration,
                        excluded.quantity, excluded.refills, excluded.instructions, excluded.ai_generated)
                """)
                .param("record", record.value())
                .param(
                        "ids",
                        uuids(prescriptions, prescription -> prescription.id().value()))
                .param("medications", texts(details, PrescriptionDetails::medication))
                .param("dosages", texts(details, PrescriptionDetails::dosage))
                .param("frequencies", texts(details, PrescriptionDetails::frequency))
                .param("durations", texts(details, PrescriptionDetails::duration))
                .param("quantities", texts(details, PrescriptionDetails::quantity))
                .param("refills", texts(details, PrescriptionDetails::refills))
                .param("instructions", texts(details, PrescriptionDetails::instructions))
                .param("aiGenerated", texts(details, PrescriptionDetails::aiGenerated))
                .update();
    }

    private static MapSqlParameterSource parameters(Actor by, MedicalRecord record) {
        return new MapSqlParameterSource()
                .addValue("id", record.id().value())
                .addValue("actor", by.id().value())
                .addValue("appointment", record.appointment().value())
                .addValue("chiefComplaint", record.note().chiefComplaint())
                .addValue("subjective", record.note().subjective())
                .addValue("objective", record.note().objective())
                .addValue("assessment", record.note().assessment())
                .addValue("plan", record.note().plan())
                .addValue("aiTranscript", record.scribe().aiTranscript())
                .addValue("aiSummary", record.scribe().aiSummary());
    }

    private static MedicalRecord record(MedicalRecordView view) {
        return new MedicalRecord(
                view.id(),
                view.appointmentId(),
                view.note(),
                view.scribe(),
                view.symptoms().stream()
                        .map(symptom -> new Symptom(symptom.id(), symptom.details()))
                        .toList(),
                view.prescriptions().stream()
                        .map(prescription -> new Prescription(prescription.id(), prescription.details()))
                        .toList());
    }
}
