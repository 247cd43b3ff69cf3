package org.chartroom.provider.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.domain.ProviderRefusal;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessions implements Sessions {

    /** Of as many sessions it is remembered how they were found last. */
    private static final int RECALLED = 10_000;

    /** Whoever it is the session of acts from now on in this transaction; else nobody does. */
    private static final String STANDS = """
            select (select set_config('chartroom.actor', provider_id::text, true)
                      from access.session
                     where access_hash = decode(?, 'hex')) is not null as stands,
                   set_config('synchronous_commit', 'off', true)
            """;

    private final Map<String, Session> found = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > RECALLED;
        }
    });
    private final JdbcClient jdbc;
    private final ActorJdbc actors;

    JdbcSessions(JdbcClient jdbc, ActorJdbc actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    @Override
    public Optional<Session> findByAccess(Token access) {
        var session = jdbc.sql("""
                select id, provider_id, started_at, refreshed_at, last_used_at
                  from access.session
                 where access_hash = :hash
                """)
                .param("hash", hash(access))
                .query((row, _) -> session(row))
                .optional();
        session.ifPresentOrElse(it -> found.put(key(access), it), () -> found.remove(key(access)));
        return session;
    }

    @Override
    public Optional<Session> recall(Token access) {
        return Optional.ofNullable(found.get(key(access)));
    }

    @Override
    public Presumed presume(Session recalled, Token access) {
        var presumption = actors.presume(
                recalled.provider().value(),
                STANDS,
                List.of(key(access)),
                () -> findByAccess(access).isPresent(),
                ProviderRefusal::notSignedIn);
        return new Presumed() {
            @Override
            public boolean stands() {
                return presumption.stands();
            }

            @Override
            public void close() {
                presumption.close();
            }
        };
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

    /** Not the token: who times a look-up by it might learn of it letter by letter. */
    private static String key(Token token) {
        return HexFormat.of().formatHex(hash(token));
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
