package org.chartroom.provider.application;

import java.time.Clock;
import java.util.Optional;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.application.out.TokenGenerator;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.ProviderRefusal;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SignInService implements SignIn {

    private final PasswordGate gate;
    private final AccountLedger ledger;
    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final TokenGenerator tokens;
    private final SessionLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SignInService(
            PasswordGate gate,
            AccountLedger ledger,
            Accounts accounts,
            Sessions sessions,
            PasswordHasher hasher,
            TokenGenerator tokens,
            SessionLimits limits,
            Clock clock,
            ApplicationEventPublisher events) {
        this.gate = gate;
        this.ledger = ledger;
        this.accounts = accounts;
        this.sessions = sessions;
        this.hasher = hasher;
        this.tokens = tokens;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Tokens signIn(Origin from, String email, String password) {
        var typed = emailAddress(email);
        var shown = new Password(password);
        // where the account changes while its password is looked at, it is looked at once more
        return open(from, typed, shown).or(() -> open(from, typed, shown)).orElseThrow(ProviderRefusal::busy);
    }

    /** Empty when the account changed meanwhile, be it that another sign-in has brought its hash up to date. */
    private Optional<Tokens> open(Origin from, @Nullable EmailAddress email, Password shown) {
        var account = email == null ? null : accounts.find(email).orElse(null);
        if (!gate.isOpenedBy(shown, account, email, from) || account == null) {
            ledger.refuse(from, account == null ? null : account.id());
            throw ProviderRefusal.wrongCredentials();
        }
        return ledger.open(from, account, upgraded(account, shown));
    }

    /** Null also when there is no turn for it now: whoever has shown the right password need not wait for that. */
    private @Nullable PasswordHash upgraded(Account account, Password shown) {
        if (!hasher.isOutdated(account.passwordHash())) return null;
        try {
            return hasher.hash(shown);
        } catch (ProviderRefusal busy) {
            return null;
        }
    }

    @Override
    @Transactional(noRollbackFor = ProviderRefusal.class)
    public Tokens refresh(Origin from, String refreshToken) {
        var shown = token(refreshToken).orElseThrow(ProviderRefusal::cannotRefresh);
        var session = sessions.lockByRefresh(shown).orElseThrow(() -> endReused(shown, from));
        var now = clock.instant();
        if (session.isOver(limits, now)) {
            sessions.end(session.id());
            tell(AccountEvent.Kind.REFRESH_REFUSED, session, from);
            throw ProviderRefusal.cannotRefresh();
        }
        var refreshed = session.refreshed(now);
        var given = new Tokens(tokens.next(), tokens.next(), refreshed.accessLeft(limits, now));
        sessions.refresh(refreshed, given.access(), given.refresh());
        tell(AccountEvent.Kind.REFRESHED, session, from);
        return given;
    }

    private ProviderRefusal endReused(Token spent, Origin from) {
        sessions.findBySpent(spent).ifPresent(session -> {
            sessions.end(session.id());
            tell(AccountEvent.Kind.REFRESH_TOKEN_REUSED, session, from);
        });
        return ProviderRefusal.cannotRefresh();
    }

    /** No transaction: one look-up is one, and a use is written once a minute. */
    @Override
    public Actor authenticate(Origin from, String accessToken) {
        var now = clock.instant();
        var session = token(accessToken)
                .flatMap(sessions::findByAccess)
                .filter(found -> found.admits(limits, now))
                .orElseThrow(ProviderRefusal::notSignedIn);
        if (session.isUnusedFor(now)) sessions.use(session.id(), now);
        return actor(session, from);
    }

    /** What was found within the minute is taken for granted, so that each use is written down still. */
    @Override
    public Admission admit(Origin from, String accessToken) {
        var now = clock.instant();
        var access = token(accessToken).orElseThrow(ProviderRefusal::notSignedIn);
        return sessions.recall(access)
                .filter(recalled -> recalled.admits(limits, now) && !recalled.isUnusedFor(now))
                .map(recalled -> new Admission(actor(recalled, from), sessions.presume(recalled, access)))
                .orElseGet(() -> new Admission(authenticate(from, accessToken), null));
    }

    private static Actor actor(Session session, Origin from) {
        return new Actor(session.provider(), from.in(session.id()));
    }

    @Override
    @Transactional
    public void signOut(Actor by) {
        var session = by.origin().session();
        if (session == null) return;
        sessions.end(session);
        events.publishEvent(new AccountEvent(AccountEvent.Kind.SIGNED_OUT, by.id(), by.origin()));
    }

    /** What is no e-mail address at all is nobody's, like one that nobody has. */
    private static @Nullable EmailAddress emailAddress(String text) {
        try {
            return new EmailAddress(text);
        } catch (InvalidInput noAddress) {
            return null;
        }
    }

    private static Optional<Token> token(String text) {
        return Token.isToken(text) ? Optional.of(new Token(text)) : Optional.empty();
    }

    private void tell(AccountEvent.Kind kind, Session session, Origin from) {
        events.publishEvent(new AccountEvent(kind, session.provider(), from.in(session.id())));
    }
}
