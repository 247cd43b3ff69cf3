package org.chartroom.provider.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.InMemoryRecentTries;
import org.chartroom.provider.application.out.InMemorySessions;
import org.chartroom.provider.application.out.PlainPasswords;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.ThrottleLimits;

/** Everything that signing in takes, over memory, with a clock that is put forward by hand. */
final class Reception {

    static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(12));
    static final ThrottleLimits THROTTLE = new ThrottleLimits(Duration.ofMinutes(15), 6, 9, 3);

    final InMemoryProviders providers = new InMemoryProviders();
    final InMemorySessions sessions = new InMemorySessions();
    final InMemoryRecentTries tries = new InMemoryRecentTries();
    final PlainPasswords passwords = new PlainPasswords();
    final List<AccountEvent> events = new ArrayList<>();
    final Timepiece clock = new Timepiece();

    final AccountLedger ledger = new AccountLedger(
            providers,
            providers,
            sessions,
            tries,
            ProviderFixtures::token,
            LIMITS,
            THROTTLE,
            new TimeOrderedIds(),
            clock,
            event -> events.add((AccountEvent) event));
    final PasswordGate gate = new PasswordGate(ledger, tries, passwords);
    final NewPasswords newPasswords = new NewPasswords(passwords, passwords);

    final SignInService signIn = new SignInService(
            gate,
            ledger,
            providers,
            sessions,
            passwords,
            ProviderFixtures::token,
            LIMITS,
            clock,
            event -> events.add((AccountEvent) event));
    private final OwnPassword ownPassword = new OwnPassword(gate, ledger, providers, providers);

    final ProviderDirectoryService directory = new ProviderDirectoryService(ownPassword, providers);

    final OwnAccountService ownAccount = new OwnAccountService(
            ownPassword, ledger, newPasswords, providers, event -> events.add((AccountEvent) event));
    final AccountAdministrationService administration =
            new AccountAdministrationService(ledger, newPasswords, providers, providers, new TimeOrderedIds());
    final SessionUpkeepService upkeep = new SessionUpkeepService(sessions, tries, LIMITS, THROTTLE, clock);

    /** A provider who signs in with that password. */
    Provider provider(PasswordHash hash) {
        var provider = ProviderFixtures.provider().withPasswordHash(hash);
        providers.add(provider);
        return provider;
    }

    static String emailOf(Provider provider) {
        return provider.details().email().value();
    }

    /** What was told, in order. */
    List<AccountEvent.Kind> told() {
        return events.stream().map(AccountEvent::kind).toList();
    }

    static Origin somewhere() {
        return ProviderFixtures.origin();
    }

    /** Stands still until it is put forward. */
    static final class Timepiece extends Clock {

        private Instant now = Instant.parse("2030-03-04T08:00:00Z");

        void putForward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
