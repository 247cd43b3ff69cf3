package org.chartroom.provider.application.out;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.Token;

public final class InMemorySessions implements Sessions {

    private final Map<SessionId, Session> byId = new LinkedHashMap<>();
    private final Map<Token, SessionId> byAccess = new LinkedHashMap<>();
    private final Map<Token, Session> found = new LinkedHashMap<>();
    private final Map<Token, SessionId> byRefresh = new LinkedHashMap<>();
    private final Map<Token, SessionId> bySpent = new LinkedHashMap<>();
    private int presumed;

    @Override
    public Optional<Session> findByAccess(Token access) {
        var session = Optional.ofNullable(byAccess.get(access)).map(byId::get);
        session.ifPresent(it -> found.put(access, it));
        return session;
    }

    @Override
    public Optional<Session> recall(Token access) {
        return Optional.ofNullable(found.get(access));
    }

    @Override
    public Presumed presume(Session recalled, Token access) {
        presumed++;
        return new Presumed() {
            @Override
            public boolean stands() {
                return recalled.id().equals(byAccess.get(access));
            }

            @Override
            public void close() {
                presumed--;
            }
        };
    }

    /** How many sessions are taken for granted still. */
    public int presumed() {
        return presumed;
    }

    @Override
    public Optional<Session> lockByRefresh(Token refresh) {
        return Optional.ofNullable(byRefresh.get(refresh)).map(byId::get);
    }

    @Override
    public Optional<Session> findBySpent(Token refresh) {
        return Optional.ofNullable(bySpent.get(refresh)).map(byId::get);
    }

    @Override
    public void add(Session session, Token access, Token refresh) {
        byId.put(session.id(), session);
        byAccess.put(access, session.id());
        byRefresh.put(refresh, session.id());
    }

    @Override
    public void refresh(Session session, Token access, Token refresh) {
        if (!byId.containsKey(session.id())) return;
        byAccess.values().remove(session.id());
        byRefresh.entrySet().removeIf(entry -> {
            var spent = entry.getValue().equals(session.id());
            if (spent) bySpent.put(entry.getKey(), session.id());
            return spent;
        });
        var stored = byId.get(session.id());
        byId.put(
                session.id(),
                new Session(
                        session.id(),
                        session.provider(),
                        stored.startedAt(),
                        session.refreshedAt(),
                        stored.lastUsedAt()));
        byAccess.put(access, session.id());
        byRefresh.put(refresh, session.id());
    }

    @Override
    public void use(SessionId id, Instant now) {
        byId.computeIfPresent(
                id,
                (_, session) -> new Session(
                        id,
                        session.provider(),
                        session.startedAt(),
                        session.refreshedAt(),
                        now.isAfter(session.lastUsedAt()) ? now : session.lastUsedAt()));
    }

    @Override
    public void end(SessionId id) {
        remove(session -> session.id().equals(id));
    }

    @Override
    public void endAll(ProviderId provider) {
        remove(session -> session.provider().equals(provider));
    }

    @Override
    public void removeOver(SessionLimits limits, Instant now) {
        remove(session -> session.isOver(limits, now));
    }

    private void remove(Predicate<Session> ended) {
        byId.values().removeIf(ended);
        for (var tokens : List.of(byAccess, byRefresh, bySpent)) tokens.values().retainAll(byId.keySet());
    }
}
