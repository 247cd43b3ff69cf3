package org.chartroom.appointment.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.AppointmentViews;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppointmentViews implements AppointmentViews {

    private final ActorJdbc jdbc;

    JdbcAppointmentViews(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AppointmentView> find(Actor by, AppointmentId id) {
        return jdbc.as(by.id().value())
                .sql("""
                select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                       a.reason, a.notes, a.created_at, a.updated_at
                  from clinic.appointment a
                  join access.care_team   c on c.patient_id = a.patient_id and c.provider_id = :actor
                 where a.id = :id
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> view(row))
                .optional();
    }

    private static AppointmentView view(ResultSet row) throws SQLException {
        return new AppointmentView(
                new AppointmentId(uuid(row, "id")),
                new PatientId(uuid(row, "patient_id")),
                new ProviderId(uuid(row, "provider_id")),
                instant(row, "appointment_date"),
                constant(row, "appointment_type", AppointmentType.class),
                constant(row, "status", AppointmentStatus.class),
                row.getString("reason"),
                row.getString("notes"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
