package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.date;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.optionalUuid;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.WorkItem;
import org.chartroom.record.application.out.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkItems implements WorkItems {

    /** Parameters: the actor, the place behind which it begins, and how many. */
    static final String PAGE = """
            select a.id, a.patient_id, p.first_name, p.last_name, p.date_of_birth, a.appointment_date, a.appointment_type, a.status,
                   r.id as record_id,
                   (select count(*) from scribe.proposal o
                     where o.medical_record_id = r.id
                       and o.decision is null) as undecided_proposals
              from clinic.appointment         a
              join access.care_team           t on t.patient_id = a.patient_id and t.provider_id = :actor
              join clinic.patient             p on p.id = a.patient_id
              left join clinic.medical_record r on r.appointment_id = a.id
             where a.provider_id = :actor
               and (a.appointment_date, a.id) > (:afterAt, :afterId)
               and (r.id is not null or a.status = 'completed')
               and not exists (select from signing.signature s where s.medical_record_id = r.id)
             order by a.appointment_date, a.id
             limit :limit
            """;

    private static final Place BEFORE_ALL = new Place(Instant.EPOCH.minusSeconds(1L << 32), new UUID(0, 0));

    private final ActorJdbc jdbc;

    JdbcWorkItems(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Page<WorkItem, AppointmentId>> page(Actor by, int limit, @Nullable AppointmentId after) {
        return (after == null ? Optional.of(BEFORE_ALL) : place(by, after)).map(place -> page(by, limit, place));
    }

    private Page<WorkItem, AppointmentId> page(Actor by, int limit, Place after) {
        var upToOneMore = jdbc.lastAs(by.id().value())
                .sql(PAGE)
                .param("actor", by.id().value())
                .param("afterAt", timestamptz(after.at()))
                .param("afterId", after.id())
                .param("limit", limit + 1)
                .query((row, _) -> item(row))
                .list();
        return Page.of(upToOneMore, limit, WorkItem::appointmentId);
    }

    private Optional<Place> place(Actor by, AppointmentId id) {
        return jdbc.as(by.id().value())
                .sql("""
                select a.appointment_date
                  from clinic.appointment a
                  join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where a.id = :id
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> new Place(instant(row, "appointment_date"), id.value()))
                .optional();
    }

    private static WorkItem item(ResultSet row) throws SQLException {
        var record = optionalUuid(row, "record_id");
        return new WorkItem(
                new AppointmentId(uuid(row, "id")),
                new PatientId(uuid(row, "patient_id")),
                new PersonName(row.getString("first_name"), row.getString("last_name")),
                date(row, "date_of_birth"),
                instant(row, "appointment_date"),
                row.getString("appointment_type"),
                row.getString("status"),
                record == null ? null : new MedicalRecordId(record),
                row.getInt("undecided_proposals"));
    }

    /** Where a page begins in the order of the list: behind these. Appointments are from 1900 on. */
    private record Place(Instant at, UUID id) {}
}
