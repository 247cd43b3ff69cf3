package org.chartroom.provider.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessions implements Sessions {

    private final JdbcClient jdbc;

    JdbcSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Session> findByAccess(Token access) {
        return jdbc.sql("""
                select id, provider_id, started_at, refreshed_at, last_used_at
                  from access.session
                 where access_hash = :hash
                """)
                .param("hash", hash(access))
                .query((row, _) -> session(row))
                .optional();
    }

    @Override
    public Optional<Session> lockByRefresh(Token refresh) {
        return jdbc.sql("""
                select id, provider_id, started_at, refreshed_at, last_used_at
                  from access.session
                 where refresh_hash = :hash
                   for update
                """)
                .param("hash", hash(refresh))
                .query((row, _) -> session(row))
                .optional();
    }

    @Override
    public Optional<Session> findBySpent(Token refresh) {
        return jdbc.sql("""
                select s.id, s.provider_id, s.started_at, s.refreshed_at, s.last_used_at
                  from access.spent_refresh_token t
                  join access.session s on s.id = t.session_id
                 where t.hash = :hash
                """)
                .param("hash", hash(refresh))
                .query((row, _) -> session(row))
                .optional();
    }

    @Override
    public void add(Session session, Token access, Token refresh) {
        jdbc.sql("""
                insert into access.session
                       (id, provider_id, access_hash, refresh_hash, started_at, refreshed_at, last_used_at)
                values (:id, :provider, :access, :refresh, :startedAt, :refreshedAt, :lastUsedAt)
                """)
                .param("id", session.id().value())
                .param("provider", session.provider().value())
                .param("access", hash(access))
                .param("refresh", hash(refresh))
                .param("startedAt", timestamptz(session.startedAt()))
                .param("refreshedAt", timestamptz(session.refreshedAt()))
                .param("lastUsedAt", timestamptz(session.lastUsedAt()))
                .update();
    }

    @Override
    public void refresh(Session session, Token access, Token refresh) {
        jdbc.sql("""
                insert into access.spent_refresh_token (hash, session_id)
                select refresh_hash, id
                  from access.session
                 where id = :id
                """).param("id", session.id().value()).update();
        jdbc.sql("""
                update access.session
                   set access_hash  = :access,
                       refresh_hash = :refresh,
                       refreshed_at = :refreshedAt
                 where id = :id
                """)
                .param("id", session.id().value())
                .param("access", hash(access))
                .param("refresh", hash(refresh))
                .param("refreshedAt", timestamptz(session.refreshedAt()))
                .update();
    }

    /** Whoever finds the row taken need not wait: then it is being used, or ended. */
    @Override
    public void use(SessionId id, Instant now) {
        jdbc.sql("""
                update access.session
                   set last_used_at = :now
                 where id = (select id
                               from access.session
                              where id = :id
                                and last_used_at < :now
                                for no key update skip locked)
                """).param("id", id.value()).param("now", timestamptz(now)).update();
    }

    @Override
    public void end(SessionId id) {
        jdbc.sql("""
                delete from access.session
                 where id = :id
                """).param("id", id.value()).update();
    }

    @Override
    public void endAll(ProviderId provider) {
        jdbc.sql("""
                delete from access.session
                 where provider_id = :provider
                """).param("provider", provider.value()).update();
    }

    @Override
    public void removeOver(SessionLimits limits, Instant now) {
        jdbc.sql("""
                delete from access.session
                 where started_at   <= :startedBefore
                    or last_used_at <= :usedBefore
                """)
                .param("startedBefore", timestamptz(now.minus(limits.absolute())))
                .param("usedBefore", timestamptz(now.minus(limits.idle())))
                .update();
    }

    private static byte[] hash(Token token) {
        return Sha256.of(token.value().getBytes(US_ASCII));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(uuid(row, "id")),
                new ProviderId(uuid(row, "provider_id")),
                instant(row, "started_at"),
                instant(row, "refreshed_at"),
                instant(row, "last_used_at"));
    }
}
