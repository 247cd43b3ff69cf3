package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.integer;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.jdbc.Columns.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Constraints;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.TakenVitalSigns;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVitalSignsReadings implements VitalSignsReadings {

    private final ActorJdbc jdbc;
    private final AppointmentAccess access;

    JdbcVitalSignsReadings(ActorJdbc jdbc) {
        this.jdbc = jdbc;
        this.access = new AppointmentAccess(jdbc);
    }

    @Override
    public Optional<Versioned<VitalSigns>> find(Actor by, VitalSignsId id) {
        return jdbc.as(by.id().value())
                .sql("""
                select v.id, v.appointment_id, v.blood_pressure_systolic, v.blood_pressure_diastolic, v.heart_rate,
                       v.temperature, v.respiratory_rate, v.oxygen_saturation, v.weight, v.height, v.updated_at
                  from clinic.vital_signs v
                  join clinic.appointment a on a.id = v.appointment_id
                  join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where v.id = :id
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> vitalSigns(row))
                .optional();
    }

    @Override
    public Optional<Versioned<VitalSigns>> findOf(Actor by, AppointmentId appointment) {
        return jdbc.as(by.id().value())
                .sql("""
                select v.id, v.appointment_id, v.blood_pressure_systolic, v.blood_pressure_diastolic, v.heart_rate,
                       v.temperature, v.respiratory_rate, v.oxygen_saturation, v.weight, v.height, v.updated_at
                  from clinic.vital_signs v
                  join clinic.appointment a on a.id = v.appointment_id
                  join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where v.appointment_id = :appointment
                """)
                .param("appointment", appointment.value())
                .param("actor", by.id().value())
                .query((row, _) -> vitalSigns(row))
                .optional();
    }

    @Override
    public TakenVitalSigns add(Actor by, VitalSigns vitalSigns) {
        try {
            return jdbc.as(by.id().value())
                    .sql("""
                    with visit as (
                        select a.id, a.patient_id, a.appointment_date, p.date_of_birth
                          from clinic.appointment a
                          join clinic.patient     p on p.id = a.patient_id
                         where a.id = :appointment
                           and :actor in (a.provider_id, p.provider_id)
                    ), added as (
                        insert into clinic.vital_signs
                               (id, appointment_id, blood_pressure_systolic, blood_pressure_diastolic, heart_rate,
                                temperature, respiratory_rate, oxygen_saturation, weight, height)
                        select :id, id, :systolic, :diastolic, :heartRate,
                               :temperature, :respiratoryRate, :oxygenSaturation, :weight, :height
                          from visit
                        returning id, appointment_id, blood_pressure_systolic, blood_pressure_diastolic, heart_rate,
                                  temperature, respiratory_rate, oxygen_saturation, weight, height, created_at, updated_at
                    )
                    select v.id, v.appointment_id, a.patient_id, a.date_of_birth, a.appointment_date,
                           v.blood_pressure_systolic, v.blood_pressure_diastolic, v.heart_rate, v.temperature,
                           v.respiratory_rate, v.oxygen_saturation, v.weight, v.height, v.created_at, v.updated_at
                      from added v, visit a
                    """)
                    .paramSource(parameters(by, vitalSigns))
                    .query((row, _) -> JdbcVitalSignsViews.taken(row))
                    .optional()
                    .orElseThrow(() -> access.refusal(by, vitalSigns.appointment()));
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "vital_signs_appointment_id_key"))
                throw RecordRefusal.secondVitalSigns(vitalSigns.appointment());
            // deleted while this one waited for that
            if (Constraints.violated(e, "vital_signs_appointment_id_fkey")) throw RecordRefusal.unknownAppointment();
            throw e;
        }
    }

    @Override
    public TakenVitalSigns replace(Actor by, VitalSigns vitalSigns, Version seen) {
        return jdbc.as(by.id().value())
                .sql("""
                update clinic.vital_signs v
                   set blood_pressure_systolic  = :systolic,
                       blood_pressure_diastolic = :diastolic,
                       heart_rate               = :heartRate,
                       temperature              = :temperature,
                       respiratory_rate         = :respiratoryRate,
                       oxygen_saturation        = :oxygenSaturation,
                       weight                   = :weight,
                       height                   = :height
                  from clinic.appointment a
                  join clinic.patient     p on p.id = a.patient_id
                 where v.id = :id
                   and v.updated_at = :seen
                   and a.id = v.appointment_id
                   and :actor in (a.provider_id, p.provider_id)
                returning v.id, v.appointment_id, a.patient_id, p.date_of_birth, a.appointment_date,
                          v.blood_pressure_systolic, v.blood_pressure_diastolic, v.heart_rate, v.temperature,
                          v.respiratory_rate, v.oxygen_saturation, v.weight, v.height, v.created_at, v.updated_at
                """)
                .paramSource(parameters(by, vitalSigns).addValue("seen", timestamptz(seen.at())))
                .query((row, _) -> JdbcVitalSignsViews.taken(row))
                .optional()
                .orElseThrow(() -> missed(by, vitalSigns.id()));
    }

    @Override
    public void remove(Actor by, VitalSignsId id, Version seen) {
        var removed = jdbc.as(by.id().value())
                .sql("""
                delete from clinic.vital_signs v
                 using clinic.appointment a
                  join clinic.patient     p on p.id = a.patient_id
                 where v.id = :id
                   and v.updated_at = :seen
                   and a.id = v.appointment_id
                   and :actor in (a.provider_id, p.provider_id)
                """)
                .param("id", id.value())
                .param("seen", timestamptz(seen.at()))
                .param("actor", by.id().value())
                .update();
        if (removed == 0) throw missed(by, id);
    }

    private RecordRefusal missed(Actor by, VitalSignsId id) {
        return find(by, id)
                .map(stored -> access.mayWrite(by, stored.value().appointment())
                        ? RecordRefusal.stale(id, stored.version())
                        : RecordRefusal.notTheActors(stored.value().appointment()))
                .orElseGet(RecordRefusal::unknownVitalSigns);
    }

    private static MapSqlParameterSource parameters(Actor by, VitalSigns vitalSigns) {
        var measurements = vitalSigns.measurements();
        var pressure = measurements.bloodPressure();
        return new MapSqlParameterSource()
                .addValue("id", vitalSigns.id().value())
                .addValue("actor", by.id().value())
                .addValue("appointment", vitalSigns.appointment().value())
                .addValue("systolic", pressure == null ? null : pressure.systolic())
                .addValue("diastolic", pressure == null ? null : pressure.diastolic())
                .addValue("heartRate", measurements.heartRate())
                .addValue("temperature", measurements.temperature())
                .addValue("respiratoryRate", measurements.respiratoryRate())
                .addValue("oxygenSaturation", measurements.oxygenSaturation())
                .addValue("weight", measurements.weight())
                .addValue("height", measurements.height());
    }

    private static Versioned<VitalSigns> vitalSigns(ResultSet row) throws SQLException {
        return new Versioned<>(
                new VitalSigns(
                        new VitalSignsId(uuid(row, "id")),
                        new AppointmentId(uuid(row, "appointment_id")),
                        measurements(row)),
                version(row));
    }

    static Measurements measurements(ResultSet row) throws SQLException {
        return new Measurements(
                BloodPressure.of(integer(row, "blood_pressure_systolic"), integer(row, "blood_pressure_diastolic")),
                integer(row, "heart_rate"),
                row.getBigDecimal("temperature"),
                integer(row, "respiratory_rate"),
                integer(row, "oxygen_saturation"),
                row.getBigDecimal("weight"),
                row.getBigDecimal("height"));
    }
}
