package org.chartroom.audit.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartroom.audit.Access;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.audit.application.out.EventsOfNobody;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditEvents implements AuditEvents, EventsOfNobody {

    /** What the transaction wrote is kept, when it commits, with the same request; see history.row_version. */
    private static final String ADD = """
            insert into audit.event
                   (action, kind, object_id, patient_id, provider_id, session_id, request_id, address, outcome)
            select e.action, e.kind, e.object_id, e.patient_id, e.provider_id, e.session_id, e.request_id, e.address, e.outcome
              from unnest(:action::text[], :kind::text[], :object::uuid[], :patient::uuid[], :provider::uuid[],
                          :session::uuid[], :request::uuid[], :address::inet[], :outcome::text[])
                   as e (action, kind, object_id, patient_id, provider_id, session_id, request_id, address, outcome),
                   set_config('chartroom.request', coalesce(e.request_id::text, ''), true)
            """;

    /** One, and only of what the one who acts sees, where anybody does: see {@link ActorJdbc#addAhead}. */
    private static final String ADD_AHEAD = """
            insert into audit.event
                   (action, kind, object_id, patient_id, provider_id, session_id, request_id, address, outcome)
            select :action, :kind, :object::uuid, :patient::uuid, :provider::uuid, :session::uuid, :request::uuid,
                   :address::inet, :outcome
              from set_config('chartroom.request', coalesce(:request, ''), true)
             where access.actor() = :provider::uuid
               and (:patient::uuid is null
                    or exists (select
                                 from access.care_team c
                                where c.patient_id = :patient::uuid
                                  and c.provider_id = :provider::uuid))
            """;

    private final ActorJdbc jdbc;

    JdbcAuditEvents(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Actor by, String outcome, List<AuditEvent> events) {
        if (ActorJdbc.isReading() && events.stream().anyMatch(event -> event.action() != Action.READ))
            throw new IllegalStateException("a change in a transaction that was declared to read only");
        for (var event : events) jdbc.addAtCommit(by.id().value(), ADD, row(by.id(), by.origin(), outcome, event));
    }

    @Override
    public void addAhead(Actor by, AuditEvent seen) {
        jdbc.addAhead(by.id().value(), ADD_AHEAD, row(by.id(), by.origin(), SUCCESS, seen));
    }

    @Override
    public void add(Origin from, String outcome, AuditEvent event) {
        var row = new HashMap<String, Object>();
        row(null, from, outcome, event).forEach((name, value) -> row.put(name, new @Nullable String[] {value}));
        jdbc.asNobody().sql(ADD).params(row).update();
    }

    @Override
    public Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before) {
        jdbc.addNow();
        var upToOneMore = jdbc.as(by.id().value())
                .sql("""
                        select e.id, e.recorded_at, e.provider_id, p.first_name, p.last_name, e.action, e.kind, e.object_id
                          from audit.event e
                          join access.care_team c on c.patient_id = e.patient_id and c.provider_id = :actor
                          left join clinic.provider p on p.id = e.provider_id
                         where e.patient_id = :patient
                           and e.outcome = 'success'
                           and e.id < :before
                         order by e.id desc
                         limit :limit
                        """)
                .param("actor", by.id().value())
                .param("patient", patient)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit + 1)
                .query((row, _) -> access(row))
                .list();
        return Page.of(upToOneMore, limit, Access::event);
    }

    private static Access access(ResultSet row) throws SQLException {
        var lastName = row.getString("last_name");
        return new Access(
                row.getLong("id"),
                instant(row, "recorded_at"),
                new ProviderId(uuid(row, "provider_id")),
                lastName == null ? null : new PersonName(row.getString("first_name"), lastName),
                constant(row, "action", Action.class),
                constant(row, "kind", Reference.Kind.class),
                uuid(row, "object_id"));
    }

    private static Map<String, @Nullable String> row(
            @Nullable ProviderId by, Origin from, String outcome, AuditEvent event) {
        var session = from.session();
        var row = new HashMap<String, @Nullable String>();
        row.put("action", event.action().toString());
        row.put("kind", event.object().kind().toString());
        row.put("object", text(event.object().id()));
        row.put("patient", text(event.patient()));
        row.put("provider", by == null ? null : by.toString());
        row.put("session", session == null ? null : text(session.value()));
        row.put("request", text(from.request()));
        row.put("address", from.address());
        row.put("outcome", outcome);
        return row;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
