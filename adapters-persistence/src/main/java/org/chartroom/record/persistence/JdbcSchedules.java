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

    /**
     * Whoever has an appointment with a patient is of the care team, so that is not asked about. Parameters: the actor, and
     * the time from and to, not at, which the appointments begin.
     */
    static final String SCHEDULE = """
            select a.id, a.patient_id, p.first_name, p.last_name, p.date_of_birth, a.appointment_date,
                   a.appointment_date + make_interval(mins => l.minutes) as ends_at,
                   a.appointment_type, a.status, a.reason,
                   exists (select from clinic.vital_signs v where v.appointment_id = a.id) as has_vital_signs,
                   (select r.id from clinic.medical_record r where r.appointment_id = a.id) as record_id
              from clinic.appointment         a
              join clinic.patient             p on p.id = a.patient_id
              join booking.appointment_length l on l.appointment_type = a.appointment_type
             where a.provider_id = :actor
               and a.appointment_date >= :from
               and a.appointment_date <  :to
             order by a.appointment_date, a.id
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
        var record = optionalUuid(row, "record_id");
        return new ScheduleView.Item(
                new AppointmentId(uuid(row, "id")),
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
