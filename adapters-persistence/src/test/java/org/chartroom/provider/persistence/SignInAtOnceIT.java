package org.chartroom.provider.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.ProviderFixtures.email;
import static org.chartroom.provider.domain.ProviderFixtures.provider;
import static org.chartroom.provider.domain.ProviderFixtures.token;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.kernel.Version;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SignInTries;
import org.chartroom.provider.domain.SignInTry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only shows when several nodes sign somebody in, or out, in the same moment. */
@Timeout(60)
class SignInAtOnceIT {

    private static final Instant NOW = Instant.parse("2030-03-04T08:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final Store STORE = Store.over(DATABASE);

    private final Providers providers = STORE.port(Providers.class);
    private final Accounts accounts = STORE.port(Accounts.class);

    @Test
    void anAccountThatIsHeldIsNotClosedBeforeTheTransactionEnds() throws Exception {
        var provider = provider();
        providers.add(provider);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = new CountDownLatch(1);
            var letGo = new CountDownLatch(1);
            var holder = threads.submit(() -> STORE.inTransaction(() -> {
                var account = accountsInside().hold(provider.id());
                held.countDown();
                await(letGo);
                return account;
            }));
            held.await();
            var disabling = threads.submit(() -> accounts.disable(provider.id(), NOW));
            awaitWaiters(1);

            assertThat(disabling.isDone()).isFalse();
            letGo.countDown();

            assertThat(holder.get())
                    .hasValueSatisfying(
                            account -> assertThat(account.disabled()).isFalse());
            disabling.get();
        }
    }

    @Test
    void whoHoldsAnAccountAfterWaitingForItsEndSeesThatItIsClosed() throws Exception {
        var provider = provider();
        providers.add(provider);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var disabled = new CountDownLatch(1);
            var letGo = new CountDownLatch(1);
            var disabling = threads.submit(() -> STORE.inTransaction(() -> {
                accountsInside().disable(provider.id(), NOW);
                disabled.countDown();
                await(letGo);
                return true;
            }));
            disabled.await();
            var holder = threads.submit(() -> accounts.hold(provider.id()));
            awaitWaiters(1);
            letGo.countDown();

            assertThat(holder.get())
                    .hasValueSatisfying(
                            account -> assertThat(account.disabled()).isTrue());
            disabling.get();
        }
    }

    @Test
    void whoHoldsAnAccountAfterWaitingForAnotherPasswordSeesTheNewOne() throws Exception {
        var provider = provider();
        providers.add(provider);
        var changed = provider.withPasswordHash(new PasswordHash("changed"));
        var seen = providers.find(provider.id()).orElseThrow().version();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replaced = new CountDownLatch(1);
            var letGo = new CountDownLatch(1);
            var replacing = threads.submit(() -> STORE.inTransaction(() -> {
                STORE.repository(Providers.class).replace(changed, seen);
                replaced.countDown();
                await(letGo);
                return true;
            }));
            replaced.await();
            var holder = threads.submit(() -> accounts.hold(provider.id()));
            awaitWaiters(1);
            letGo.countDown();

            assertThat(holder.get())
                    .hasValueSatisfying(
                            account -> assertThat(account.passwordHash()).isEqualTo(changed.passwordHash()));
            replacing.get();
        }
    }

    @Test
    void aRefreshTokenIsSpentOnceHoweverManySpendItTogether() throws Exception {
        var provider = provider();
        providers.add(provider);
        var sessions = STORE.port(Sessions.class);
        var refresh = token();
        var session = Session.start(new SessionId(TimeOrderedIds.nextId()), provider.id(), NOW);
        sessions.add(session, token(), refresh);
        var refreshed = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++)
                threads.execute(() -> STORE.inTransaction(() -> {
                    var inside = STORE.repository(Sessions.class);
                    inside.lockByRefresh(refresh).ifPresent(found -> {
                        inside.refresh(found, token(), token());
                        refreshed.incrementAndGet();
                    });
                    return true;
                }));
        }

        assertThat(refreshed).hasValue(1);
        assertThat(sessions.findBySpent(refresh)).isPresent();
    }

    @Test
    void triesOfEveryNodeAddUpAndNoneGetsLost() {
        var tries = STORE.port(RecentTries.class);
        var email = email();
        var another = email();
        var window = Duration.ofMinutes(15);
        Set<Integer> counts = ConcurrentHashMap.newKeySet();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 100; i++) {
                var address = "10.9.8." + i % 3;
                var attempt = new SignInTry(email, address);
                threads.execute(() -> STORE.inTransaction(() -> {
                    var inside = STORE.repository(RecentTries.class);
                    for (var scope : attempt.scopes()) {
                        var counted = inside.count(attempt, scope, NOW, window);
                        if (scope == SignInTries.Scope.ACCOUNT) counts.add(counted.count());
                    }
                    return true;
                }));
                threads.execute(() -> tries.takeBack(new SignInTry(another, address)));
                threads.execute(() -> tries.removeBefore(NOW));
            }
        }

        assertThat(counts).hasSize(100).contains(1, 100);
    }

    @Test
    void twoWhoHoldAnAccountToChangeItWaitForEachOther() throws Exception {
        var provider = provider();
        providers.add(provider);
        var together = new CyclicBarrier(2);
        Callable<Version> change = () -> {
            together.await();
            return STORE.inTransaction(() -> {
                accountsInside().hold(provider.id());
                var inside = STORE.repository(Providers.class);
                var stored = inside.find(provider.id()).orElseThrow();
                return inside.replace(stored.value(), stored.version());
            });
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                var one = threads.submit(change);
                var other = threads.submit(change);

                assertThat(one.get()).isNotEqualTo(other.get());
            }
        }
    }

    @Test
    void whoFindsTheSessionTakenDoesNotWaitToUseIt() {
        var provider = provider();
        providers.add(provider);
        var sessions = STORE.port(Sessions.class);
        var refresh = token();
        var session = Session.start(new SessionId(TimeOrderedIds.nextId()), provider.id(), NOW);
        sessions.add(session, token(), refresh);

        STORE.inTransaction(() -> {
            var taken = STORE.repository(Sessions.class).lockByRefresh(refresh).orElseThrow();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.execute(() -> sessions.use(taken.id(), NOW.plusSeconds(60)));
            }
            return true;
        });

        assertThat(sessions.lockByRefresh(refresh)).contains(session);
    }

    @Test
    void noTokenLiesInTheDatabase() {
        var provider = provider();
        providers.add(provider);
        var sessions = STORE.port(Sessions.class);
        var access = token();
        var refresh = token();
        var next = token();
        var session = Session.start(new SessionId(TimeOrderedIds.nextId()), provider.id(), NOW);
        sessions.add(session, access, refresh);
        sessions.refresh(session, next, token());

        var everything = JdbcClient.create(DATABASE.superuser())
                .sql("""
                        select string_agg(t::text, ' ') from (
                            select s::text from access.session s
                            union all
                            select s::text from access.spent_refresh_token s) t
                        """)
                .query(String.class)
                .single();

        assertThat(everything)
                .contains(session.id().toString())
                .doesNotContain(access.value(), refresh.value(), next.value(), hex(access.value()), hex(next.value()));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(US_ASCII));
    }

    private static Accounts accountsInside() {
        return STORE.repository(Accounts.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until that many sessions wait for a lock, which they must within moments. */
    private static void awaitWaiters(int n) {
        var superuser = JdbcClient.create(DATABASE.superuser());
        var until = Instant.now().plusSeconds(20);
        while (superuser
                        .sql(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                < n) assertThat(Instant.now()).as("nobody waits").isBefore(until);
    }
}
