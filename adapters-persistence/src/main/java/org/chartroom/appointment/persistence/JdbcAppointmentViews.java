package org.chartroom.appointment.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentQuery;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.AppointmentViews;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Columns;
import org.chartroom.kernel.Page;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppointmentViews implements AppointmentViews {

    static final String PAGE_OF_ACTOR = """
            select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                   a.reason, a.notes, o.reason as overlap_reason, a.created_at, a.updated_at
              from clinic.appointment       a
              left join booking.overbooking o on o.appointment_id = a.id
             where a.provider_id = :actor
               and a.appointment_date >= :from
               and a.appointment_date <  :to
               and (a.appointment_date, a.id) > (:afterAt, :afterId)
               and a.status = any (:statuses::clinic.appointment_status[])
             order by a.appointment_date, a.id
             limit :limit
            """;

    /** One row without an appointment where the actor sees the patient, and none where not. */
    static final String PAGE_OF_PATIENT = """
            select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                   a.reason, a.notes, o.reason as overlap_reason, a.created_at, a.updated_at
              from access.care_team         c
              left join clinic.appointment  a on a.patient_id = c.patient_id
                                             and a.appointment_date >= :from
                                             and a.appointment_date <  :to
                                             and (a.appointment_date, a.id) > (:afterAt, :afterId)
                                             and a.status = any (:statuses::clinic.appointment_status[])
              left join booking.overbooking o on o.appointment_id = a.id
             where c.patient_id = :patient
               and c.provider_id = :actor
             order by a.appointment_date, a.id
             limit :limit
            """;

    private final ActorJdbc jdbc;

    JdbcAppointmentViews(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AppointmentView> find(Actor by, AppointmentId id) {
        return jdbc.as(by.id().value())
                .sql("""
                select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                       a.reason, a.notes, o.reason as overlap_reason, a.created_at, a.updated_at
                  from clinic.appointment       a
                  join access.care_team         c on c.patient_id = a.patient_id and c.provider_id = :actor
                  left join booking.overbooking o on o.appointment_id = a.id
                 where a.id = :id
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> view(row))
                .optional();
    }

    @Override
    public Optional<Page<AppointmentView, AppointmentId>> page(
            Actor by, AppointmentQuery query, int limit, @Nullable AppointmentId after) {
        if (after == null) return Optional.of(page(by, query, limit, Place.beforeAll(query)));
        return place(by, after).map(place -> page(by, query, limit, place));
    }

    private Page<AppointmentView, AppointmentId> page(Actor by, AppointmentQuery query, int limit, Place after) {
        var patient = query.patient();
        var statement = jdbc.lastAs(by.id().value())
                .sql(patient == null ? PAGE_OF_ACTOR : PAGE_OF_PATIENT)
                .param("actor", by.id().value())
                .param("from", timestamptz(query.from()))
                .param("to", timestamptz(query.to()))
                .param("afterAt", timestamptz(after.at()))
                .param("afterId", after.id())
                .param(
                        "statuses",
                        query.statuses().stream()
                                .map(AppointmentStatus::toString)
                                .toArray(String[]::new))
                .param("limit", limit + 1);
        var upToOneMore = patient == null
                ? statement.query((row, _) -> view(row)).list()
                : statement
                        .param("patient", patient.value())
                        .query(Columns.joined((row, _) -> view(row)))
                        .orElseThrow(() -> AppointmentRefusal.unknownPatient(patient));
        return Page.of(upToOneMore, limit, AppointmentView::id);
    }

    /** Looked up anew: it may have been moved since. */
    private Optional<Place> place(Actor by, AppointmentId id) {
        return jdbc.as(by.id().value())
                .sql("""
                        select a.appointment_date
                          from clinic.appointment a
                          join access.care_team   c on c.patient_id = a.patient_id and c.provider_id = :actor
                         where a.id = :id
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> new Place(instant(row, "appointment_date"), id.value()))
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
                row.getString("overlap_reason"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    /** Where a page begins in the order of the list: behind these. */
    private record Place(Instant at, UUID id) {

        /** No appointment has that id, so every one that was asked for comes behind it. */
        static Place beforeAll(AppointmentQuery query) {
            return new Place(query.from(), new UUID(0, 0));
        }
    }
}
