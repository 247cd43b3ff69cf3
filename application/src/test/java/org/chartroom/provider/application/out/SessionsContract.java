package org.chartroom.provider.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.ProviderFixtures.provider;
import static org.chartroom.provider.domain.ProviderFixtures.token;

import java.time.Duration;
import java.time.Instant;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.Token;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Sessions} must do; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class SessionsContract {

    private static final Instant NOW = Instant.parse("2030-03-04T08:00:00.000001Z");
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(12));

    private final Token access = token();
    private final Token refresh = token();

    protected abstract Providers providers();

    protected abstract Sessions sessions();

    @Test
    void aSessionIsFoundByEitherOfItsTokens() {
        var session = added(NOW, access, refresh);

        assertThat(sessions().findByAccess(access)).contains(session);
        assertThat(sessions().lockByRefresh(refresh)).contains(session);
    }

    @Test
    void aSessionIsRecalledAsItWasFoundLast() {
        var session = added(NOW, access, refresh);
        assertThat(sessions().recall(access)).isEmpty();

        sessions().findByAccess(access);
        sessions().use(session.id(), NOW.plusSeconds(60));

        assertThat(sessions().recall(access)).contains(session);
        assertThat(sessions().recall(token())).isEmpty();
    }

    @Test
    void whatIsPresumedOfASessionStandsUntilItEndsOrHasOtherTokens() {
        var session = added(NOW, access, refresh);
        var nextAccess = token();

        assertThat(stands(session, access)).isTrue();
        sessions().refresh(session, nextAccess, token());
        assertThat(stands(session, access)).isFalse();
        assertThat(stands(session, nextAccess)).isTrue();
        sessions().end(session.id());
        assertThat(stands(session, nextAccess)).isFalse();
    }

    private boolean stands(Session session, Token shown) {
        try (var presumed = sessions().presume(session, shown)) {
            return presumed.stands();
        }
    }

    @Test
    void neitherTokenServesForTheOther() {
        added(NOW, access, refresh);

        assertThat(sessions().findByAccess(refresh)).isEmpty();
        assertThat(sessions().lockByRefresh(access)).isEmpty();
        assertThat(sessions().findBySpent(refresh)).isEmpty();
    }

    @Test
    void aRefreshReplacesBothTokensAndRemembersTheOldOne() {
        var session = added(NOW, access, refresh);
        var refreshed = session.refreshed(NOW.plusSeconds(60));
        var nextAccess = token();
        var nextRefresh = token();

        sessions().refresh(refreshed, nextAccess, nextRefresh);

        assertThat(sessions().findByAccess(nextAccess)).contains(refreshed);
        assertThat(sessions().lockByRefresh(nextRefresh)).contains(refreshed);
        assertThat(sessions().findByAccess(access)).isEmpty();
        assertThat(sessions().lockByRefresh(refresh)).isEmpty();
        assertThat(sessions().findBySpent(refresh)).contains(refreshed);
    }

    @Test
    void everyRefreshTokenThatWasSpentIsRemembered() {
        var session = added(NOW, access, refresh);
        var second = token();
        sessions().refresh(session, token(), second);
        sessions().refresh(session, token(), token());

        assertThat(sessions().findBySpent(refresh)).isPresent();
        assertThat(sessions().findBySpent(second)).isPresent();
    }

    @Test
    void aUseIsNotedAndNeverGoesBack() {
        var session = added(NOW, access, refresh);

        sessions().use(session.id(), NOW.plusSeconds(90));
        sessions().use(session.id(), NOW.plusSeconds(60));

        assertThat(sessions().findByAccess(access))
                .contains(new Session(session.id(), session.provider(), NOW, NOW, NOW.plusSeconds(90)));
    }

    @Test
    void aRefreshLeavesTheLastUseAsItWasNoted() {
        var session = added(NOW, access, refresh);
        var next = token();
        sessions().use(session.id(), NOW.plusSeconds(90));

        sessions().refresh(session.refreshed(NOW.plusSeconds(100)), next, token());

        assertThat(sessions().findByAccess(next))
                .contains(
                        new Session(session.id(), session.provider(), NOW, NOW.plusSeconds(100), NOW.plusSeconds(90)));
    }

    @Test
    void aSessionThatWasEndedIsGoneWithAllItsTokens() {
        var session = added(NOW, access, refresh);
        var next = token();
        sessions().refresh(session, next, token());

        sessions().end(session.id());
        sessions().end(session.id());

        assertThat(sessions().findByAccess(next)).isEmpty();
        assertThat(sessions().findBySpent(refresh)).isEmpty();
    }

    @Test
    void allSessionsOfAProviderAreEndedAndNoOthers() {
        var provider = newProvider();
        var others = token();
        add(Session.start(sessionId(), provider, NOW), access, token());
        add(Session.start(sessionId(), provider, NOW), token(), refresh);
        added(NOW, others, token());

        sessions().endAll(provider);

        assertThat(sessions().findByAccess(access)).isEmpty();
        assertThat(sessions().lockByRefresh(refresh)).isEmpty();
        assertThat(sessions().findByAccess(others)).isPresent();
    }

    @Test
    void whatIsOverIsRemovedAndNothingElse() {
        var lasting = token();
        var idle = token();
        var old = token();
        var provider = newProvider();
        var tooOld = NOW.minus(LIMITS.absolute());
        var tooIdle = NOW.minus(LIMITS.idle());
        add(new Session(sessionId(), provider, tooOld.plusNanos(1000), NOW, tooIdle.plusNanos(1000)), lasting, token());
        add(new Session(sessionId(), provider, tooIdle, NOW, tooIdle), idle, token());
        add(new Session(sessionId(), provider, tooOld, NOW, NOW), old, token());

        sessions().removeOver(LIMITS, NOW);

        assertThat(sessions().findByAccess(lasting)).isPresent();
        assertThat(sessions().findByAccess(idle)).isEmpty();
        assertThat(sessions().findByAccess(old)).isEmpty();
    }

    private Session added(Instant now, Token access, Token refresh) {
        var session = Session.start(sessionId(), newProvider(), now);
        add(session, access, refresh);
        return session;
    }

    private void add(Session session, Token access, Token refresh) {
        sessions().add(session, access, refresh);
    }

    private ProviderId newProvider() {
        var provider = provider();
        providers().add(provider);
        return provider.id();
    }

    private static SessionId sessionId() {
        return new SessionId(TimeOrderedIds.nextId());
    }
}
