package org.chartroom.provider.application;

import java.util.List;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderDetails;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.stereotype.Service;

@Service
class AccountAdministrationService implements AccountAdministration {

    private final AccountLedger ledger;
    private final NewPasswords newPasswords;
    private final Accounts accounts;
    private final Providers providers;
    private final IdGenerator ids;

    AccountAdministrationService(
            AccountLedger ledger, NewPasswords newPasswords, Accounts accounts, Providers providers, IdGenerator ids) {
        this.ledger = ledger;
        this.newPasswords = newPasswords;
        this.accounts = accounts;
        this.providers = providers;
        this.ids = ids;
    }

    @Override
    public ProviderId add(ProviderDetails details, String password) {
        if (accounts.find(details.email()).isPresent()) throw ProviderRefusal.emailTaken();
        var id = new ProviderId(ids.next());
        ledger.add(new Provider(id, details, hash(password)));
        return id;
    }

    @Override
    public List<AccountView> accounts() {
        return providers.accounts();
    }

    @Override
    public void disable(EmailAddress email) {
        ledger.disable(account(email));
    }

    @Override
    public void enable(EmailAddress email) {
        ledger.enable(account(email));
    }

    @Override
    public void resetPassword(EmailAddress email, String password) {
        ledger.resetPassword(account(email), hash(password));
    }

    private Account account(EmailAddress email) {
        return accounts.find(email).orElseThrow(ProviderRefusal::unknown);
    }

    private PasswordHash hash(String password) {
        return newPasswords.hash(newPasswords.choose("password", password));
    }
}
