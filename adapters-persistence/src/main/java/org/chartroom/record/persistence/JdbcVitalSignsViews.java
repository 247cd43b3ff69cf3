package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.date;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.TakenVitalSigns;
import org.chartroom.record.application.out.VitalSignsViews;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVitalSignsViews implements VitalSignsViews {

    private final ActorJdbc jdbc;

    JdbcVitalSignsViews(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<TakenVitalSigns> find(Actor by, AppointmentId appointment) {
        return jdbc.as(by.id().value())
                .sql("""
                select v.id, v.appointment_id, a.patient_id, p.date_of_birth, a.appointment_date,
                       v.blood_pressure_systolic, v.blood_pressure_diastolic, v.heart_rate, v.temperature,
                       v.respiratory_rate, v.oxygen_saturation, v.weight, v.height, v.created_at, v.updated_at
                  from clinic.vital_signs v
                  join clinic.appointment a on a.id = v.appointment_id
                  join clinic.patient     p on p.id = a.patient_id
                  join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where v.appointment_id = :appointment
                """)
                .param("appointment", appointment.value())
                .param("actor", by.id().value())
                .query((row, _) -> taken(row))
                .optional();
    }

    static TakenVitalSigns taken(ResultSet row) throws SQLException {
        return new TakenVitalSigns(
                new VitalSignsId(uuid(row, "id")),
                new AppointmentId(uuid(row, "appointment_id")),
                new PatientId(uuid(row, "patient_id")),
                date(row, "date_of_birth"),
                instant(row, "appointment_date"),
                JdbcVitalSignsReadings.measurements(row),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
