package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.date;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.optionalUuid;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.ScheduleView;
import org.chartroom.record.application.out.Schedules;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSchedules implements Schedules {

    /** Parameters: the actor, and the time from and to, not at, which the appointments begin. */
    static final String SCHEDULE = """
            select s.appointment_id, s.patient_id, s.first_name, s.last_name, s.date_of_birth, s.appointment_date,
                   s.appointment_date + make_interval(mins => l.minutes) as ends_at,
                   s.appointment_type, s.status, s.reason, s.has_vital_signs, s.medical_record_id
              from reading.schedule           s
              join booking.appointment_length l on l.appointment_type = s.appointment_type
             where s.provider_id = :actor
               and s.appointment_date >= :from
               and s.appointment_date <  :to
             order by s.appointment_date, s.appointment_id
            """;

    private final ActorJdbc jdbc;

    JdbcSchedules(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ScheduleView.Item> find(Actor by, Instant from, Instant to) {
        return jdbc.lastAs(by.id().value())
                .sql(SCHEDULE)
                .param("actor", by.id().value())
                .param("from", timestamptz(from))
                .param("to", timestamptz(to))
                .query((row, _) -> item(row))
                .list();
    }

    private static ScheduleView.Item item(ResultSet row) throws SQLException {
        var record = optionalUuid(row, "medical_record_id");
        return new ScheduleView.Item(
                new AppointmentId(uuid(row, "appointment_id")),
                new PatientId(uuid(row, "patient_id")),
                new PersonName(row.getString("first_name"), row.getString("last_name")),
                date(row, "date_of_birth"),
                instant(row, "appointment_date"),
                instant(row, "ends_at"),
                row.getString("appointment_type"),
                row.getString("status"),
                row.getString("reason"),
                row.getBoolean("has_vital_signs"),
                record == null ? null : new MedicalRecordId(record));
    }
}
