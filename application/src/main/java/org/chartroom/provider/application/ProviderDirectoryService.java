package org.chartroom.provider.application;

import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderDirectory;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.stereotype.Service;

@Service
class ProviderDirectoryService implements ProviderDirectory {

    private final PasswordGate gate;
    private final AccountLedger ledger;
    private final Accounts accounts;
    private final Providers providers;

    ProviderDirectoryService(PasswordGate gate, AccountLedger ledger, Accounts accounts, Providers providers) {
        this.gate = gate;
        this.ledger = ledger;
        this.accounts = accounts;
        this.providers = providers;
    }

    @Override
    public PersonName nameOf(Actor by) {
        return view(by).details().name();
    }

    @Override
    public void reauthenticate(Actor by, String password) {
        var email = view(by).details().email();
        var account = accounts.find(email).orElseThrow(ProviderRefusal::notSignedIn);
        if (gate.isOpenedBy(new Password(password), account, email, by.origin())) return;
        ledger.refuseReauthentication(by.origin(), by.id());
        throw InvalidInput.of("password", "wrong", "is not your password");
    }

    private ProviderView view(Actor by) {
        return providers.findView(by.id()).orElseThrow(ProviderRefusal::notSignedIn);
    }
}
