package org.chartroom.provider.application;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.application.SignIn.Tokens;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.application.out.TokenGenerator;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.SignInTry;
import org.chartroom.provider.domain.ThrottleLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to accounts and sessions where a password is involved, each step in a transaction of its own: the hashing
 * lies between them. What was counted and told stays when the step ends in a refusal.
 */
@Service
@Transactional(noRollbackFor = ProviderRefusal.class)
class AccountLedger {

    private final Accounts accounts;
    private final Providers providers;
    private final Sessions sessions;
    private final RecentTries tries;
    private final TokenGenerator tokens;
    private final SessionLimits limits;
    private final ThrottleLimits throttle;
    private final IdGenerator ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountLedger(
            Accounts accounts,
            Providers providers,
            Sessions sessions,
            RecentTries tries,
            TokenGenerator tokens,
            SessionLimits limits,
            ThrottleLimits throttle,
            IdGenerator ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.providers = providers;
        this.sessions = sessions;
        this.tries = tries;
        this.tokens = tokens;
        this.limits = limits;
        this.throttle = throttle;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** @throws ProviderRefusal {@code too-many-attempts} */
    void count(Origin from, SignInTry attempt, @Nullable ProviderId account) {
        var now = clock.instant();
        for (var scope : attempt.scopes()) {
            var counted = tries.count(attempt, scope, now, throttle.window());
            var until = throttle.closedUntil(counted);
            if (until.isEmpty()) continue;
            if (throttle.hasJustClosed(counted)) tell(AccountEvent.Kind.SIGN_IN_THROTTLED, account, from);
            throw ProviderRefusal.tooManyTries(Duration.between(now, until.get()));
        }
    }

    /**
     * Begins a session.
     *
     * @param verified found to open a moment ago
     * @param upgraded takes the place of the hash; null when that is up to date
     * @return empty when the account was closed or its hash replaced meanwhile
     */
    Optional<Tokens> open(Origin from, Account verified, @Nullable PasswordHash upgraded) {
        var held = accounts.hold(verified.id());
        if (held.isEmpty() || !held.get().opensTo(verified.passwordHash())) return Optional.empty();
        if (upgraded != null) replaceHash(verified.id(), upgraded);
        var now = clock.instant();
        var session = Session.start(new SessionId(ids.next()), verified.id(), now);
        var given = new Tokens(tokens.next(), tokens.next(), session.accessLeft(limits, now));
        sessions.add(session, given.access(), given.refresh());
        tell(AccountEvent.Kind.SIGNED_IN, verified.id(), from.in(session.id()));
        return Optional.of(given);
    }

    void refuse(Origin from, @Nullable ProviderId account) {
        tell(AccountEvent.Kind.SIGN_IN_REFUSED, account, from);
    }

    void refuseOwnPassword(Origin from, ProviderId account, AccountEvent.Kind refused) {
        tell(refused, account, from);
    }

    /** @throws ProviderRefusal {@code unauthenticated} when the account was closed or its password replaced meanwhile */
    void changePassword(Origin from, Account verified, PasswordHash next) {
        if (accounts.hold(verified.id())
                .filter(held -> held.opensTo(verified.passwordHash()))
                .isEmpty()) throw ProviderRefusal.notSignedIn();
        replaceHash(verified.id(), next);
        sessions.endAll(verified.id());
        tell(AccountEvent.Kind.PASSWORD_CHANGED, verified.id(), from);
    }

    void resetPassword(Account account, PasswordHash next) {
        replaceHash(account.id(), next);
        sessions.endAll(account.id());
        tell(AccountEvent.Kind.PASSWORD_RESET, account.id(), Origin.COMMAND_LINE);
    }

    @Transactional // an e-mail address that is taken fails in the database, and nothing of the transaction can stay
    void add(Provider provider) {
        providers.add(provider);
        tell(AccountEvent.Kind.ACCOUNT_ADDED, provider.id(), Origin.COMMAND_LINE);
    }

    void disable(Account account) {
        accounts.disable(account.id(), clock.instant());
        sessions.endAll(account.id());
        tell(AccountEvent.Kind.ACCOUNT_DISABLED, account.id(), Origin.COMMAND_LINE);
    }

    void enable(Account account) {
        accounts.enable(account.id());
        tell(AccountEvent.Kind.ACCOUNT_ENABLED, account.id(), Origin.COMMAND_LINE);
    }

    private void replaceHash(ProviderId id, PasswordHash hash) {
        var stored = providers.find(id).orElseThrow(ProviderRefusal::unknown);
        providers.replace(stored.value().withPasswordHash(hash), stored.version());
    }

    private void tell(AccountEvent.Kind kind, @Nullable ProviderId account, Origin from) {
        events.publishEvent(new AccountEvent(kind, account, from));
    }
}
