package org.chartroom.provider.application;

import org.chartroom.kernel.Refusal;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.ProviderRefusal;
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
     * @param email   under which the try is counted
     * @param account null when nobody has the e-mail address; refused at the same cost
     * @throws ProviderRefusal {@code too-many-attempts}; {@code temporarily-unavailable}, and then it was no try
     */
    boolean isOpenedBy(Password password, @Nullable Account account, String email, Origin from) {
        ledger.count(from, email, account == null ? null : account.id());
        var opens = matches(password, account, email, from) && account != null && !account.disabled();
        if (opens) takeBack(email, from);
        return opens;
    }

    private boolean matches(Password password, @Nullable Account account, String email, Origin from) {
        try {
            return hasher.matches(password, hash(account));
        } catch (ProviderRefusal refusal) {
            if (refusal.kind() == Refusal.Kind.BUSY) takeBack(email, from);
            throw refusal;
        }
    }

    /** An account without a password costs the same as any other; that it opens to nobody nobody shall measure. */
    private static @Nullable PasswordHash hash(@Nullable Account account) {
        return account == null || account.passwordHash().equals(PasswordHash.NONE) ? null : account.passwordHash();
    }

    private void takeBack(String email, Origin from) {
        if (from.address() != null) tries.takeBack(email, from.address());
    }
}
