package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.texts;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.jdbc.Columns.uuids;
import static org.chartroom.jdbc.Columns.version;

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

    private static final String ADD = """
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
            """;

    private static final String REPLACE = """
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
            """;

    private static final String REMOVE_OTHER_SYMPTOMS = """
            delete from clinic.symptom
             where medical_record_id = :id
               and id <> all (:symptomIds::uuid[])
            """;

    private static final String REMOVE_OTHER_PRESCRIPTIONS = """
            delete from clinic.prescription
             where medical_record_id = :id
               and id <> all (:prescriptionIds::uuid[])
            """;

    /** Adds what is new and changes what differs, of a record that is there; what is as it was keeps its times. */
    private static final String PUT_SYMPTOMS = """
            insert into clinic.symptom (id, medical_record_id, name, severity, duration, notes, ai_generated)
            select s.id, r.id, s.name, s.severity, s.duration, s.notes, s.ai_generated
              from clinic.medical_record r,
                   unnest(:symptomIds::uuid[], :symptomNames::text[], :symptomSeverities::integer[],
                          :symptomDurations::text[], :symptomNotes::text[], :symptomAiGenerated::boolean[])
                       as s (id, name, severity, duration, notes, ai_generated)
             where r.id = :id
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
            """;

    /** Adds what is new and changes what differs, of a record that is there; what is as it was keeps its times. */
    private static final String PUT_PRESCRIPTIONS = """
            insert into clinic.prescription
                   (id, medical_record_id, medication, dosage, frequency, duration,
                    quantity, refills, instructions, ai_generated)
            select m.id, r.id, m.medication, m.dosage, m.frequency, m.duration,
                   m.quantity, m.refills, m.instructions, m.ai_generated
              from clinic.medical_record r,
                   unnest(:prescriptionIds::uuid[], :medications::text[], :dosages::text[], :frequencies::text[],
                          :prescriptionDurations::text[], :quantities::integer[], :refills::integer[],
                          :instructions::text[], :prescriptionAiGenerated::boolean[])
                       as m (id, medication, dosage, frequency, duration, quantity, refills, instructions, ai_generated)
             where r.id = :id
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
            """;

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
            return jdbc.as(by.id().value())
                    .sql(ADD + "; " + PUT_SYMPTOMS + "; " + PUT_PRESCRIPTIONS)
                    .paramSource(parameters(by, record))
                    .query((row, _) -> version(row))
                    .optional()
                    .orElseThrow(() -> access.refusal(by, record.appointment()));
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
        var parameters = parameters(by, record).addValue("seen", timestamptz(seen.at()));
        var version = jdbc.as(by.id().value())
                .sql(REPLACE)
                .paramSource(parameters)
                .query((row, _) -> version(row))
                .optional()
                .orElseThrow(() -> missed(by, record.id()));
        jdbc.as(by.id().value())
                .sql(REMOVE_OTHER_SYMPTOMS + "; " + REMOVE_OTHER_PRESCRIPTIONS + "; " + PUT_SYMPTOMS + "; "
                        + PUT_PRESCRIPTIONS)
                .paramSource(parameters)
                .update();
        return version;
    }

    private RecordRefusal missed(Actor by, MedicalRecordId id) {
        return find(by, id)
                .map(stored -> access.mayWrite(by, stored.value().appointment())
                        ? RecordRefusal.stale(id, stored.version())
                        : RecordRefusal.notTheActors(stored.value().appointment()))
                .orElseGet(RecordRefusal::unknownRecord);
    }

    private static MapSqlParameterSource parameters(Actor by, MedicalRecord record) {
        var symptoms = record.symptoms();
        var symptomDetails = symptoms.stream().map(Symptom::details).toList();
        var prescriptions = record.prescriptions();
        var prescriptionDetails =
                prescriptions.stream().map(Prescription::details).toList();
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
                .addValue("aiSummary", record.scribe().aiSummary())
                .addValue("symptomIds", uuids(symptoms, symptom -> symptom.id().value()))
                .addValue("symptomNames", texts(symptomDetails, SymptomDetails::name))
                .addValue("symptomSeverities", texts(symptomDetails, SymptomDetails::severity))
                .addValue("symptomDurations", texts(symptomDetails, SymptomDetails::duration))
                .addValue("symptomNotes", texts(symptomDetails, SymptomDetails::notes))
                .addValue("symptomAiGenerated", texts(symptomDetails, SymptomDetails::aiGenerated))
                .addValue(
                        "prescriptionIds",
                        uuids(prescriptions, prescription -> prescription.id().value()))
                .addValue("medications", texts(prescriptionDetails, PrescriptionDetails::medication))
                .addValue("dosages", texts(prescriptionDetails, PrescriptionDetails::dosage))
                .addValue("frequencies", texts(prescriptionDetails, PrescriptionDetails::frequency))
                .addValue("prescriptionDurations", texts(prescriptionDetails, PrescriptionDetails::duration))
                .addValue("quantities", texts(prescriptionDetails, PrescriptionDetails::quantity))
                .addValue("refills", texts(prescriptionDetails, PrescriptionDetails::refills))
                .addValue("instructions", texts(prescriptionDetails, PrescriptionDetails::instructions))
                .addValue("prescriptionAiGenerated", texts(prescriptionDetails, PrescriptionDetails::aiGenerated));
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
