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
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppointmentViews implements AppointmentViews {

    private final JdbcClient jdbc;

    JdbcAppointmentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AppointmentView> find(Actor by, AppointmentId id) {
        return jdbc.sql("""
                select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                       a.reason, a.notes, a.created_at, a.updated_at
                  from clinic.appointment a
                  join clinic.patient p on p.id = a.patient_id
                 where a.id = :id
                   and p.provider_id = :actor
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
