package org.chartroom.provider.application;

import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Refusal;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.ProviderRefusal;
import org.chartroom.provider.domain.SignInTry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Where somebody who is not yet believed shows a password. No transaction runs around it: a hash takes a good part of a
 * second, for which nobody shall hold a connection.
 */
@Service
class PasswordGate {

    private final AccountLedger ledger;
    private final RecentTries tries;
    private final PasswordHasher hasher;

    PasswordGate(AccountLedger ledger, RecentTries tries, PasswordHasher hasher) {
        this.ledger = ledger;
        this.tries = tries;
        this.hasher = hasher;
    }

    /**
     * Whether the password opens the account. The try is counted before it is looked at, so that many at once do not
     * pass together, and one that succeeds is taken back.
     *
     * @param email   as typed, under which the try is counted; null when it is none
     * @param account null when nobody has the e-mail address; refused at the same cost
     * @throws ProviderRefusal {@code too-many-attempts}; {@code temporarily-unavailable}, and then it was no try
     */
    boolean isOpenedBy(Password password, @Nullable Account account, @Nullable EmailAddress email, Origin from) {
        // the command line needs no throttle: who is there can read the database
        var attempt = from.address() == null ? null : new SignInTry(email, from.address());
        if (attempt != null) ledger.count(from, attempt, account == null ? null : account.id());
        var opens = matches(password, account, attempt) && account != null && !account.disabled();
        if (opens && attempt != null) tries.takeBack(attempt);
        return opens;
    }

    private boolean matches(Password password, @Nullable Account account, @Nullable SignInTry attempt) {
        try {
            return hasher.matches(password, hash(account));
        } catch (ProviderRefusal refusal) {
            if (refusal.kind() == Refusal.Kind.BUSY && attempt != null) tries.takeBack(attempt);
            throw refusal;
        }
    }

    /** An account without a password costs the same as any other; that it opens to nobody nobody shall measure. */
    private static @Nullable PasswordHash hash(@Nullable Account account) {
        return account == null || account.passwordHash().equals(PasswordHash.NONE) ? null : account.passwordHash();
    }
}
