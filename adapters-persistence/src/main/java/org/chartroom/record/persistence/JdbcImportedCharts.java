package org.chartroom.record.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.chartroom.jdbc.Columns.integer;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.ImportedCharts;
import org.chartroom.record.domain.ImportedChart;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.stereotype.Repository;

/**
 * A table of this session's own takes the charts in as they come, by {@code copy}; from there one statement for each table
 * of the clinic adds all of its rows. Those are the statements of the other repositories but for their number: the same
 * triggers fire, the same policies hold.
 */
@Repository
class JdbcImportedCharts implements ImportedCharts {

    /** Private to the session, so there is nobody whom a policy would keep away; gone with the transaction. */
    private static final String TABLE = """
            create temporary table imported_chart (
                line       integer not null,
                patient_id uuid    not null,
                chart      jsonb   not null,
                added      boolean not null default false
            ) on commit drop
            """;

    /** A statement adds up to 100,000 charts, which takes longer than anything else that a request does. */
    private static final String WITHOUT_HURRY = """
            set local statement_timeout = 0
            """;

    private static final int MILLISECONDS_AT_MOST = 600_000;

    private static final String COPY = """
            copy pg_temp.imported_chart (line, patient_id, chart) from stdin
            """;

    private static final String ANALYZE = """
            analyze pg_temp.imported_chart
            """;

    /** In one order, so that no two imports wait for each other. A patient whom nobody may see here is in the way all the same. */
    private static final String PATIENTS = """
            with first as (
                select s.patient_id, min(s.line) as line from pg_temp.imported_chart s group by s.patient_id
            ), added as (
                insert into clinic.patient
                       (id, provider_id, first_name, last_name, date_of_birth, sex, phone, email,
                        address, city, state, zip_code, emergency_contact_name, emergency_contact_phone,
                        insurance_provider, insurance_policy_number, notes)
                select p.id, :actor, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                       p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                       p.insurance_provider, p.insurance_policy_number, p.notes
                  from first f
                  join pg_temp.imported_chart s on s.line = f.line
                 cross join lateral jsonb_populate_record(null::clinic.patient, s.chart -> 'patient') p
                 order by p.id
                    on conflict (id) do nothing
                returning id
            )
            update pg_temp.imported_chart s
               set added = true
              from first f
              join added a on a.id = f.patient_id
             where s.line = f.line
            """;

    /** As the trigger does that guards the book: until the import ends nobody else books these providers. */
    private static final String HOLD_PROVIDERS = """
            select pg_advisory_xact_lock(hashtextextended('booking of ' || b.provider_id, 0))
              from (select distinct v -> 'appointment' ->> 'provider_id' as provider_id
                      from pg_temp.imported_chart s
                     cross join lateral jsonb_array_elements(s.chart -> 'visits') v
                     where s.added
                       and v -> 'appointment' ->> 'status' in ('scheduled', 'checked_in', 'in_progress')
                     order by 1) b
            """;

    /** Appointments are added by time, see below, so of two that overlap the later is in the way. */
    private static final String OBSTACLES = """
            with visit as (
                select s.line, v.place::integer - 1 as appointment, a.provider_id, a.status,
                       a.appointment_date as begins, a.appointment_date + make_interval(mins => l.minutes) as ends,
                       v.visit ->> 'overlap_reason' as overlap_reason
                  from pg_temp.imported_chart s
                 cross join lateral jsonb_array_elements(s.chart -> 'visits') with ordinality v (visit, place)
                 cross join lateral jsonb_populate_record(null::clinic.appointment, v.visit -> 'appointment') a
                  join booking.appointment_length l on l.appointment_type = a.appointment_type
                 where s.added
            ), active as (
                select line, appointment, provider_id, begins, ends, overlap_reason,
                       max(ends) over (partition by provider_id order by begins, line, appointment
                                       rows between unbounded preceding and 1 preceding) as taken_until
                  from visit
                 where status in ('scheduled', 'checked_in', 'in_progress')
            ), booked as (
                select p.provider_id, range_agg(t.during) as times
                  from (select provider_id, tstzrange(min(begins), max(ends)) as span from active group by provider_id) p
                 cross join lateral booking.taken(p.provider_id, p.span) t (during)
                 group by p.provider_id
            )
            select line, null::integer as appointment, 'REPEATED_PATIENT' as reason
              from (select line, row_number() over (partition by patient_id order by line) as time
                      from pg_temp.imported_chart) s
             where time > 1
             union all
            select s.line, null, 'ANOTHERS_PATIENT'
              from pg_temp.imported_chart s
             where not s.added
               and not exists (select from clinic.patient p where p.id = s.patient_id and p.provider_id = :actor)
             union all
            select v.line, v.appointment, 'UNKNOWN_PROVIDER'
              from visit v
             where not exists (select from clinic.provider p where p.id = v.provider_id)
             union all
            select a.line, a.appointment, 'OVERLAPPING'
              from active a
              left join booked b on b.provider_id = a.provider_id
             where a.overlap_reason is null
               and (a.begins < a.taken_until or b.times && tstzrange(a.begins, a.ends))
             order by 1, 2, 3
            """;

    private static final String ALLERGIES = """
            insert into clinic.allergy (id, patient_id, allergen, severity, reaction)
            select a.id, a.patient_id, a.allergen, a.severity, a.reaction
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_populate_recordset(null::clinic.allergy, s.chart -> 'allergies') a
             where s.added
            """;

    private static final String CHRONIC_CONDITIONS = """
            insert into clinic.chronic_condition (id, patient_id, condition, diagnosed_date, notes)
            select c.id, c.patient_id, c.condition, c.diagnosed_date, c.notes
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_populate_recordset(null::clinic.chronic_condition, s.chart -> 'chronic_conditions') c
             where s.added
            """;

    /** Before the appointments: the trigger that guards the book looks for them. */
    private static final String OVERBOOKINGS = """
            insert into booking.overbooking (appointment_id, reason, recorded_by)
            select (v -> 'appointment' ->> 'id')::uuid, v ->> 'overlap_reason', :actor
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_array_elements(s.chart -> 'visits') v
             where s.added
               and v ->> 'overlap_reason' is not null
            """;

    private static final String APPOINTMENTS = """
            insert into clinic.appointment
                   (id, patient_id, provider_id, appointment_date, appointment_type, status, reason, notes)
            select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status, a.reason, a.notes
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_array_elements(s.chart -> 'visits') with ordinality v (visit, place)
             cross join lateral jsonb_populate_record(null::clinic.appointment, v.visit -> 'appointment') a
             where s.added
             order by a.appointment_date, s.line, v.place
            """;

    private static final String VITAL_SIGNS = """
            insert into clinic.vital_signs
                   (id, appointment_id, blood_pressure_systolic, blood_pressure_diastolic, heart_rate, temperature,
                    respiratory_rate, oxygen_saturation, weight, height)
            select m.id, m.appointment_id, m.blood_pressure_systolic, m.blood_pressure_diastolic, m.heart_rate, m.temperature,
                   m.respiratory_rate, m.oxygen_saturation, m.weight, m.height
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_array_elements(s.chart -> 'visits') v
             cross join lateral jsonb_populate_record(null::clinic.vital_signs, v -> 'vital_signs') m
             where s.added
               and v -> 'vital_signs' is not null
            """;

    private static final String RECORDS = """
            insert into clinic.medical_record
                   (id, appointment_id, chief_complaint, subjective, objective, assessment, plan, ai_transcript, ai_summary)
            select r.id, r.appointment_id, r.chief_complaint, r.subjective, r.objective, r.assessment, r.plan, r.ai_transcript,
                   r.ai_summary
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_array_elements(s.chart -> 'visits') v
             cross join lateral jsonb_populate_record(null::clinic.medical_record, v -> 'record') r
             where s.added
               and v -> 'record' is not null
            """;

    private static final String SYMPTOMS = """
            insert into clinic.symptom (id, medical_record_id, name, severity, duration, notes, ai_generated)
            select c.id, c.medical_record_id, c.name, c.severity, c.duration, c.notes, c.ai_generated
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_array_elements(s.chart -> 'visits') v
             cross join lateral jsonb_populate_recordset(null::clinic.symptom, v -> 'symptoms') c
             where s.added
            """;

    private static final String PRESCRIPTIONS = """
            insert into clinic.prescription
                   (id, medical_record_id, medication, dosage, frequency, duration, quantity, refills, instructions, ai_generated)
            select c.id, c.medical_record_id, c.medication, c.dosage, c.frequency, c.duration, c.quantity, c.refills,
                   c.instructions, c.ai_generated
              from pg_temp.imported_chart s
              join clinic.patient         p on p.id = s.patient_id and p.provider_id = :actor
             cross join lateral jsonb_array_elements(s.chart -> 'visits') v
             cross join lateral jsonb_populate_recordset(null::clinic.prescription, v -> 'prescriptions') c
             where s.added
            """;

    private static final String ADDED = """
            select s.patient_id
              from pg_temp.imported_chart s
             where s.added
             order by s.line
            """;

    private final ActorJdbc jdbc;

    JdbcImportedCharts(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Obstacle> prepare(Actor by, Stream<ImportedChart> charts) {
        var statements = jdbc.as(by.id().value());
        statements.sql(WITHOUT_HURRY).update();
        statements.sql(TABLE).update();
        jdbc.batchesAs(by.id().value()).getJdbcOperations().execute((ConnectionCallback<Boolean>) session -> {
            session.setNetworkTimeout(Runnable::run, MILLISECONDS_AT_MOST); // until the pool has it back
            copy(session, charts);
            return true;
        });
        statements.sql(ANALYZE).update();
        statements.sql(PATIENTS).param("actor", by.id().value()).update();
        statements.sql(HOLD_PROVIDERS).query((_, _) -> true).list();
        return statements
                .sql(OBSTACLES)
                .param("actor", by.id().value())
                .query((row, _) -> new Obstacle(
                        row.getInt("line"), integer(row, "appointment"), Reason.valueOf(row.getString("reason"))))
                .list();
    }

    @Override
    public List<PatientId> add(Actor by) {
        var statements = jdbc.as(by.id().value());
        var actor = by.id().value();
        statements.sql(ALLERGIES).param("actor", actor).update();
        statements.sql(CHRONIC_CONDITIONS).param("actor", actor).update();
        statements.sql(OVERBOOKINGS).param("actor", actor).update();
        statements.sql(APPOINTMENTS).param("actor", actor).update();
        statements.sql(VITAL_SIGNS).param("actor", actor).update();
        statements.sql(RECORDS).param("actor", actor).update();
        statements.sql(SYMPTOMS).param("actor", actor).update();
        statements.sql(PRESCRIPTIONS).param("actor", actor).update();
        return statements
                .sql(ADDED)
                .query((row, _) -> new PatientId(uuid(row, "patient_id")))
                .list();
    }

    /** In PostgreSQL's text format; of what that escapes JSON has the backslash alone. */
    private static void copy(Connection session, Stream<ImportedChart> charts) throws SQLException {
        var copy = session.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            for (var chart : (Iterable<ImportedChart>) charts::iterator) {
                var json = ImportedChartJson.text(chart).replace("\\", "\\\\");
                var row = (chart.line() + "\t" + chart.patient().id() + "\t" + json + "\n").getBytes(UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }
}
