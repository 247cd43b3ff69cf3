package org.chartroom.audit.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditEvents implements AuditEvents, EventsOfNobody {

    /** What the transaction wrote is kept, when it commits, with the same request; see history.row_version. */
    private static final String ADD = """
            insert into audit.event
                   (action, kind, object_id, patient_id, provider_id, session_id, request_id, address, outcome)
            select :action, :kind, :object, :patient, :provider, :session, :request, :address::inet, :outcome
              from set_config('chartroom.request', coalesce(:request::uuid::text, ''), true)
            """;

    private final ActorJdbc jdbc;

    JdbcAuditEvents(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Actor by, String outcome, List<AuditEvent> events) {
        if (ActorJdbc.isReading() && events.stream().anyMatch(event -> event.action() != Action.READ))
            throw new IllegalStateException("a change in a transaction that was declared to read only");
        var rows = events.stream()
                .map(event -> parameters(by.origin(), outcome, event)
                        .addValue("provider", by.id().value()))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchesAs(by.id().value()).batchUpdate(ADD, rows);
    }

    @Override
    public void add(Origin from, String outcome, AuditEvent event) {
        jdbc.asNobody()
                .sql(ADD)
                .paramSource(parameters(from, outcome, event).addValue("provider", null))
                .update();
    }

    @Override
    public Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before) {
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

    private static MapSqlParameterSource parameters(Origin from, String outcome, AuditEvent event) {
        var session = from.session();
        return new MapSqlParameterSource()
                .addValue("action", event.action().toString())
                .addValue("kind", event.object().kind().toString())
                .addValue("object", event.object().id())
                .addValue("patient", event.patient())
                .addValue("session", session == null ? null : session.value())
                .addValue("request", from.request())
                .addValue("address", from.address())
                .addValue("outcome", outcome);
    }
}
