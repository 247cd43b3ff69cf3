package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.integer;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCharts implements Charts {

    /** Parameters: the patient, the actor, and whether records come with their transcripts. */
    static final String CHART = """
            select json_build_object(
                       'patient', json_build_object(
                           'id',                    p.id,
                           'providerId',            p.provider_id,
                           'firstName',             p.first_name,
                           'lastName',              p.last_name,
                           'dateOfBirth',           p.date_of_birth,
                           'sex',                   p.sex,
                           'phone',                 p.phone,
                           'email',                 p.email,
                           'address',               p.address,
                           'city',                  p.city,
                           'state',                 p.state,
                           'zipCode',               p.zip_code,
                           'emergencyContactName',  p.emergency_contact_name,
                           'emergencyContactPhone', p.emergency_contact_phone,
                           'insuranceProvider',     p.insurance_provider,
                           'insurancePolicyNumber', p.insurance_policy_number,
                           'notes',                 p.notes,
                           'incomplete',            array_remove(array[
                               case when num_nulls(p.address, p.city, p.state, p.zip_code) > 0
                                    then 'address' end,
                               case when num_nulls(p.emergency_contact_name, p.emergency_contact_phone) > 0
                                    then 'emergencyContact' end,
                               case when num_nulls(p.insurance_provider, p.insurance_policy_number) > 0
                                    then 'insurance' end], null),
                           'createdAt',             clinic.instant_text(p.created_at),
                           'updatedAt',             clinic.instant_text(p.updated_at)),
                       'allergies',         coalesce(allergies.json, '[]'),
                       'chronicConditions', coalesce(conditions.json, '[]'),
                       'appointments',      coalesce(appointments.json, '[]')) as chart
              from clinic.patient   p
              join access.care_team t on t.patient_id = p.id and t.provider_id = :actor
              cross join lateral (
                  select json_agg(json_build_object(
                             'id',        a.id,
                             'allergen',  a.allergen,
                             'severity',  a.severity,
                             'reaction',  a.reaction,
                             'createdAt', clinic.instant_text(a.created_at),
                             'updatedAt', clinic.instant_text(a.updated_at))
                             order by a.created_at, a.id) as json
                    from clinic.allergy a
                   where a.patient_id = p.id) allergies
              cross join lateral (
                  select json_agg(json_build_object(
                             'id',            c.id,
                             'condition',     c.condition,
                             'diagnosedDate', c.diagnosed_date,
                             'notes',         c.notes,
                             'createdAt',     clinic.instant_text(c.created_at),
                             'updatedAt',     clinic.instant_text(c.updated_at))
                             order by c.created_at, c.id) as json
                    from clinic.chronic_condition c
                   where c.patient_id = p.id) conditions
              cross join lateral (
                  select json_agg(json_build_object(
                             'id',              a.id,
                             'patientId',       a.patient_id,
                             'providerId',      a.provider_id,
                             'appointmentDate', clinic.instant_text(a.appointment_date),
                             'appointmentType', a.appointment_type,
                             'status',          a.status,
                             'reason',          a.reason,
                             'notes',           a.notes,
                             'createdAt',       clinic.instant_text(a.created_at),
                             'updatedAt',       clinic.instant_text(a.updated_at),
                             'vitalSigns',      vital_signs.json,
                             'record',          record.json)
                             order by a.appointment_date desc, a.id desc) as json
                    from clinic.appointment a
                    left join lateral (
                        select json_build_object(
                                   'id',                     v.id,
                                   'appointmentId',          v.appointment_id,
                                   'bloodPressureSystolic',  v.blood_pressure_systolic,
                                   'bloodPressureDiastolic', v.blood_pressure_diastolic,
                                   'heartRate',              v.heart_rate,
                                   'temperature',            v.temperature,
                                   'respiratoryRate',        v.respiratory_rate,
                                   'oxygenSaturation',       v.oxygen_saturation,
                                   'weight',                 v.weight,
                                   'height',                 v.height,
                                   'bmi',                    round(v.weight * 10000 / (v.height * v.height), 1),
                                   'createdAt',              clinic.instant_text(v.created_at),
                                   'updatedAt',              clinic.instant_text(v.updated_at)) as json
                          from clinic.vital_signs v
                         where v.appointment_id = a.id) vital_signs on true
                    left join lateral (
                        select json_build_object(
                                   'id',                 r.id,
                                   'appointmentId',      r.appointment_id,
                                   'chiefComplaint',     r.chief_complaint,
                                   'subjective',         r.subjective,
                                   'objective',          r.objective,
                                   'assessment',         r.assessment,
                                   'plan',               r.plan,
                                   case when :transcripts then 'aiTranscript' else 'aiTranscriptLength' end,
                                   case when :transcripts then to_json(r.ai_transcript)
                                        else to_json(char_length(r.ai_transcript)) end,
                                   'aiSummary',          r.ai_summary,
                                   'symptoms',           coalesce(symptoms.json, '[]'),
                                   'prescriptions',      coalesce(prescriptions.json, '[]'),
                                   'createdAt',          clinic.instant_text(r.created_at),
                                   'updatedAt',          clinic.instant_text(r.updated_at)) as json
                          from clinic.medical_record r
                          cross join lateral (
                              select json_agg(json_build_object(
                                         'id',          s.id,
                                         'name',        s.name,
                                         'severity',    s.severity,
                                         'duration',    s.duration,
                                         'notes',       s.notes,
                                         'aiGenerated', s.ai_generated,
                                         'createdAt',   clinic.instant_text(s.created_at),
                                         'updatedAt',   clinic.instant_text(s.updated_at))
                                         order by s.created_at, s.id) as json
                                from clinic.symptom s
                               where s.medical_record_id = r.id) symptoms
                          cross join lateral (
                              select json_agg(json_build_object(
                                         'id',           m.id,
                                         'medication',   m.medication,
                                         'dosage',       m.dosage,
                                         'frequency',    m.frequency,
                                         'duration',     m.duration,
                                         'quantity',     m.quantity,
                                         'refills',      m.refills,
                                         'instructions', m.instructions,
                                         'aiGenerated',  m.ai_generated,
                                         'createdAt',    clinic.instant_text(m.created_at),
                                         'updatedAt',    clinic.instant_text(m.updated_at))
                                         order by m.created_at, m.id) as json
                                from clinic.prescription m
                               where m.medical_record_id = r.id) prescriptions
                         where r.appointment_id = a.id) record on true
                   where a.patient_id = p.id) appointments
             where p.id = :patient
            """;

    private final ActorJdbc jdbc;

    JdbcCharts(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Chart> find(Actor by, PatientId patient, boolean transcripts) {
        return jdbc.as(by.id().value())
                .sql(CHART)
                .param("patient", patient.value())
                .param("actor", by.id().value())
                .param("transcripts", transcripts)
                .query((row, _) -> new Chart(row.getString("chart")))
                .optional();
    }

    @Override
    public Optional<MedicalRecordView> findRecord(Actor by, MedicalRecordId id) {
        return findRecord(by, id.value(), null);
    }

    @Override
    public Optional<MedicalRecordView> findRecord(Actor by, AppointmentId appointment) {
        return findRecord(by, null, appointment.value());
    }

    /** By the one id or the other; each has an index. */
    private Optional<MedicalRecordView> findRecord(Actor by, @Nullable UUID id, @Nullable UUID appointment) {
        return jdbc.as(by.id().value())
                .sql("""
                select r.id, r.appointment_id, a.patient_id, r.chief_complaint, r.subjective, r.objective, r.assessment, r.plan,
                       r.ai_transcript, r.ai_summary, r.created_at, r.updated_at,
                       child.kind, child.id as child_id, child.name, child.severity, child.duration, child.dosage,
                       child.frequency, child.quantity, child.refills, child.remark, child.ai_generated,
                       child.created_at as child_created_at, child.updated_at as child_updated_at
                  from clinic.medical_record r
                  join clinic.appointment    a on a.id = r.appointment_id
                  join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
                  left join lateral (
                           select 'symptom' as kind, s.id, s.name, s.severity, s.duration, null as dosage,
                                  null as frequency, null::integer as quantity, null::integer as refills,
                                  s.notes as remark, s.ai_generated, s.created_at, s.updated_at
                             from clinic.symptom s
                            where s.medical_record_id = r.id
                        union all
                           select 'prescription', m.id, m.medication, null, m.duration, m.dosage,
                                  m.frequency, m.quantity, m.refills,
                                  m.instructions, m.ai_generated, m.created_at, m.updated_at
                             from clinic.prescription m
                            where m.medical_record_id = r.id
                       ) child on true
                 where r.id = :id::uuid or r.appointment_id = :appointment::uuid
                 order by child.created_at, child.id
                """)
                .param("id", id)
                .param("appointment", appointment)
                .param("actor", by.id().value())
                .query(JdbcCharts::record);
    }

    private static Optional<MedicalRecordView> record(ResultSet rows) throws SQLException {
        if (!rows.next()) return Optional.empty();
        var id = new MedicalRecordId(uuid(rows, "id"));
        var appointment = new AppointmentId(uuid(rows, "appointment_id"));
        var patient = new PatientId(uuid(rows, "patient_id"));
        var note = new SoapNote(
                rows.getString("chief_complaint"),
                rows.getString("subjective"),
                rows.getString("objective"),
                rows.getString("assessment"),
                rows.getString("plan"));
        var scribe = new AiScribe(rows.getString("ai_transcript"), rows.getString("ai_summary"));
        var createdAt = instant(rows, "created_at");
        var updatedAt = instant(rows, "updated_at");
        var symptoms = new ArrayList<SymptomView>();
        var prescriptions = new ArrayList<PrescriptionView>();
        do {
            switch (rows.getString("kind")) {
                case "symptom" -> symptoms.add(symptom(rows));
                case "prescription" -> prescriptions.add(prescription(rows));
                case null, default -> {} // a record without either
            }
        } while (rows.next());
        return Optional.of(new MedicalRecordView(
                id, appointment, patient, note, scribe, symptoms, prescriptions, createdAt, updatedAt));
    }

    private static SymptomView symptom(ResultSet row) throws SQLException {
        return new SymptomView(
                new SymptomId(uuid(row, "child_id")),
                new SymptomDetails(
                        row.getString("name"),
                        integer(row, "severity"),
                        row.getString("duration"),
                        row.getString("remark"),
                        row.getBoolean("ai_generated")),
                instant(row, "child_created_at"),
                instant(row, "child_updated_at"));
    }

    private static PrescriptionView prescription(ResultSet row) throws SQLException {
        return new PrescriptionView(
                new PrescriptionId(uuid(row, "child_id")),
                new PrescriptionDetails(
                        row.getString("name"),
                        row.getString("dosage"),
                        row.getString("frequency"),
                        row.getString("duration"),
                        integer(row, "quantity"),
                        row.getInt("refills"),
                        row.getString("remark"),
                        row.getBoolean("ai_generated")),
                instant(row, "child_created_at"),
                instant(row, "child_updated_at"));
    }
}
