package org.chartroom.record.persistence;

/**
 * A chart and a record in SQL, each written once over the names of its rows. Before it stands where the rows come from: the
 * tables, or the history of one patient up to an instant. Of the tables PostgreSQL makes the same plan as without the names.
 */
final class ChartStatements {

    private static final String PATIENT = """
            id, provider_id, first_name, last_name, date_of_birth, sex, phone, email, address, city, state,
            zip_code, emergency_contact_name, emergency_contact_phone, insurance_provider,
            insurance_policy_number, notes, created_at, updated_at
            """;

    private static final String ALLERGY = """
            id, patient_id, allergen, severity, reaction, created_at, updated_at
            """;

    private static final String CHRONIC_CONDITION = """
            id, patient_id, condition, diagnosed_date, notes, created_at, updated_at
            """;

    private static final String APPOINTMENT = """
            id, patient_id, provider_id, appointment_date, appointment_type, status, reason, notes,
            created_at, updated_at
            """;

    private static final String VITAL_SIGNS = """
            id, appointment_id, blood_pressure_systolic, blood_pressure_diastolic, heart_rate, temperature,
            respiratory_rate, oxygen_saturation, weight, height, created_at, updated_at
            """;

    private static final String MEDICAL_RECORD = """
            id, appointment_id, chief_complaint, subjective, objective, assessment, plan, ai_transcript,
            ai_summary, created_at, updated_at
            """;

    private static final String SYMPTOM = """
            id, medical_record_id, name, severity, duration, notes, ai_generated, created_at, updated_at
            """;

    private static final String PRESCRIPTION = """
            id, medical_record_id, medication, dosage, frequency, duration, quantity, refills,
            instructions, ai_generated, created_at, updated_at
            """;

    private static final String SIGNATURE = """
            medical_record_id, provider_id, signer, meaning, signed_at
            """;

    private static final String ADDENDUM = """
            medical_record_id, number, provider_id, signer, text, signed_at
            """;

    private static final String PROPOSAL = """
            id, medical_record_id, kind, content, edited, evidence, value_not_in_evidence, engine_name, engine_version,
            decision, fact_id, decided_by, decided_at
            """;

    /** The rows of a chart as they are; what was not accepted is none of it. */
    private static final String PRESENT = "with patient as (select " + PATIENT + " from clinic.patient),"
            + " allergy as (select " + ALLERGY + " from reading.allergy),"
            + " chronic_condition as (select " + CHRONIC_CONDITION + " from reading.chronic_condition),"
            + " appointment as (select " + APPOINTMENT + " from reading.appointment),"
            + " vital_signs as (select " + VITAL_SIGNS + " from reading.vital_signs),"
            + " medical_record as (select " + MEDICAL_RECORD + " from reading.medical_record),"
            + " symptom as (select " + SYMPTOM + " from reading.symptom),"
            + " prescription as (select " + PRESCRIPTION + " from reading.prescription),"
            + " signature as (select " + SIGNATURE + " from signing.signature),"
            + " addendum as (select " + ADDENDUM + " from signing.addendum),"
            + " proposal as (select " + PROPOSAL + " from scribe.proposal where decision in ('accepted', 'edited')) ";

    /** The rows of a patient's chart as they were. Parameters: the patient, and an instant. */
    private static final String AS_OF = """
            with known (of_table, was) as (
                select distinct on (v.kind, v.id) v.kind, v.state
                  from history.row_version v
                 where v.patient_id = :patient
                   and v.recorded_at <= :asOf
                 order by v.kind, v.id, v.change desc),
            """
            + " patient as (select " + PATIENT
            + " from known cross join lateral jsonb_populate_record(null::clinic.patient, was)"
            + " where of_table = 'patient' and was is not null),"
            + " allergy as (select " + ALLERGY
            + " from known cross join lateral jsonb_populate_record(null::clinic.allergy, was)"
            + " where of_table = 'allergy' and was is not null),"
            + " chronic_condition as (select " + CHRONIC_CONDITION
            + " from known cross join lateral jsonb_populate_record(null::clinic.chronic_condition, was)"
            + " where of_table = 'chronic_condition' and was is not null),"
            + " appointment as (select " + APPOINTMENT
            + " from known cross join lateral jsonb_populate_record(null::clinic.appointment, was)"
            + " where of_table = 'appointment' and was is not null),"
            + " vital_signs as (select " + VITAL_SIGNS
            + " from known cross join lateral jsonb_populate_record(null::clinic.vital_signs, was)"
            + " where of_table = 'vital_signs' and was is not null),"
            + " medical_record as (select " + MEDICAL_RECORD
            + " from known cross join lateral jsonb_populate_record(null::clinic.medical_record, was)"
            + " where of_table = 'medical_record' and was is not null),"
            + " symptom as (select " + SYMPTOM
            + " from known cross join lateral jsonb_populate_record(null::clinic.symptom, was)"
            + " where of_table = 'symptom' and was is not null),"
            + " prescription as (select " + PRESCRIPTION
            + " from known cross join lateral jsonb_populate_record(null::clinic.prescription, was)"
            + " where of_table = 'prescription' and was is not null),"
            + " signature as (select " + SIGNATURE + " from signing.signature where signed_at <= :asOf),"
            + " addendum as (select " + ADDENDUM + " from signing.addendum where signed_at <= :asOf),"
            + " proposal as (select " + PROPOSAL
            + " from scribe.proposal where decision in ('accepted', 'edited') and decided_at <= :asOf) ";

    /** Over those rows. Parameters: the patient, the actor, and whether records come with their transcripts. */
    private static final String WHOLE_CHART = """
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
              from patient p
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
                    from allergy a
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
                    from chronic_condition c
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
                    from appointment a
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
                          from vital_signs v
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
                                   'signatures',         coalesce(signatures.json, '[]'),
                                   'addenda',            coalesce(addenda.json, '[]'),
                                   'provenance',         coalesce(provenance.json, '[]'),
                                   'createdAt',          clinic.instant_text(r.created_at),
                                   'updatedAt',          clinic.instant_text(r.updated_at)) as json
                          from medical_record r
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
                                from symptom s
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
                                from prescription m
                               where m.medical_record_id = r.id) prescriptions
                          cross join lateral (
                              select json_agg(json_build_object(
                                         'providerId', g.provider_id,
                                         'signer',     g.signer,
                                         'meaning',    g.meaning,
                                         'signedAt',   clinic.instant_text(g.signed_at))
                                         order by g.signed_at, g.provider_id) as json
                                from signature g
                               where g.medical_record_id = r.id) signatures
                          cross join lateral (
                              select json_agg(json_build_object(
                                         'number',     d.number,
                                         'providerId', d.provider_id,
                                         'signer',     d.signer,
                                         'text',       d.text,
                                         'signedAt',   clinic.instant_text(d.signed_at))
                                         order by d.number) as json
                                from addendum d
                               where d.medical_record_id = r.id) addenda
                          cross join lateral (
                              select json_agg(json_build_object(
                                         'proposalId',         o.id,
                                         'kind',               o.kind,
                                         'factId',             o.fact_id,
                                         'decision',           o.decision,
                                         'decidedBy',          o.decided_by,
                                         'decidedAt',          clinic.instant_text(o.decided_at),
                                         'content',            o.content,
                                         'edited',             o.edited,
                                         'engine',             json_build_object('name', o.engine_name, 'version', o.engine_version),
                                         'evidence',           o.evidence,
                                         'valueNotInEvidence', o.value_not_in_evidence)
                                         order by o.decided_at, o.id) as json
                                from proposal o
                               where o.medical_record_id = r.id) provenance
                         where r.appointment_id = a.id) record on true
                   where a.patient_id = p.id) appointments
             where p.id = :patient
            """;

    static final String CHART = PRESENT + WHOLE_CHART;

    static final String CHART_AS_OF = AS_OF + WHOLE_CHART;

    /** Over those rows. Parameters: the actor, and one id or the other; each has an index. */
    private static final String ONE_RECORD = """
            select r.id, r.appointment_id, a.patient_id, r.chief_complaint, r.subjective, r.objective, r.assessment, r.plan,
                   r.ai_transcript, r.ai_summary, r.created_at, r.updated_at,
                   child.kind, child.id as child_id, child.name, child.severity, child.duration, child.dosage,
                   child.frequency, child.quantity, child.refills, child.remark, child.ai_generated,
                   child.created_at as child_created_at, child.updated_at as child_updated_at
              from medical_record r
              join appointment    a on a.id = r.appointment_id
              join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
              left join lateral (
                       select 'symptom' as kind, s.id, s.name, s.severity, s.duration, null as dosage,
                              null as frequency, null::integer as quantity, null::integer as refills,
                              s.notes as remark, s.ai_generated, s.created_at, s.updated_at
                         from symptom s
                        where s.medical_record_id = r.id
                    union all
                       select 'prescription', m.id, m.medication, null, m.duration, m.dosage,
                              m.frequency, m.quantity, m.refills,
                              m.instructions, m.ai_generated, m.created_at, m.updated_at
                         from prescription m
                        where m.medical_record_id = r.id
                   ) child on true
             where r.id = :id::uuid or r.appointment_id = :appointment::uuid
             order by child.created_at, child.id
            """;

    static final String RECORD = PRESENT + ONE_RECORD;

    static final String RECORD_AS_OF = AS_OF + ONE_RECORD;

    private ChartStatements() {}
}
