package org.chartroom.provider.application;

import org.chartroom.kernel.InvalidInput;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.stereotype.Service;

/** Where somebody who is signed in shows the own password once more, through the same gate as at sign-in. */
@Service
class OwnPassword {

    private final PasswordGate gate;
    private final AccountLedger ledger;
    private final Accounts accounts;
    private final Providers providers;

    OwnPassword(PasswordGate gate, AccountLedger ledger, Accounts accounts, Providers providers) {
        this.gate = gate;
        this.ledger = ledger;
        this.accounts = accounts;
        this.providers = providers;
    }

    /**
     * Has it shown.
     *
     * @param field   in which it came
     * @param refused what is told when it is the wrong one
     * @return the account that it opens
     * @throws InvalidInput {@code wrong} at {@code field}
     * @throws ProviderRefusal {@code too-many-attempts}; {@code temporarily-unavailable}; {@code unauthenticated} when the
     *     account is gone
     */
    Account show(Actor by, String field, String password, AccountEvent.Kind refused) {
        var me = providers.findView(by.id()).orElseThrow(ProviderRefusal::notSignedIn);
        var email = me.details().email();
        var account = accounts.find(email).orElseThrow(ProviderRefusal::notSignedIn);
        if (gate.isOpenedBy(new Password(password), account, email, by.origin())) return account;
        ledger.refuseOwnPassword(by.origin(), by.id(), refused);
        throw InvalidInput.of(field, "wrong", "is not the present password");
    }
}
