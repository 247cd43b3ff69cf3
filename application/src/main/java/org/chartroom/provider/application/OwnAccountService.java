package org.chartroom.provider.application;

import org.chartroom.kernel.Version;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderDetails;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OwnAccountService implements OwnAccount {

    private final OwnPassword password;
    private final AccountLedger ledger;
    private final NewPasswords newPasswords;
    private final Providers providers;
    private final ApplicationEventPublisher events;

    OwnAccountService(
            OwnPassword password,
            AccountLedger ledger,
            NewPasswords newPasswords,
            Providers providers,
            ApplicationEventPublisher events) {
        this.password = password;
        this.ledger = ledger;
        this.newPasswords = newPasswords;
        this.providers = providers;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public ProviderView me(Actor by) {
        var me = view(by);
        tell(AccountEvent.Kind.PROFILE_READ, by);
        return me;
    }

    @Override
    @Transactional
    public ProviderView replace(Actor by, ProviderDetails details, Version seen) {
        var stored = providers.find(by.id()).orElseThrow(ProviderRefusal::notSignedIn);
        providers.replace(stored.value().withDetails(details), seen);
        tell(AccountEvent.Kind.PROFILE_CHANGED, by);
        return view(by);
    }

    @Override
    public void changePassword(Actor by, String currentPassword, String newPassword) {
        var chosen = newPasswords.choose("newPassword", newPassword);
        var account = password.show(by, "currentPassword", currentPassword, AccountEvent.Kind.PASSWORD_CHANGE_REFUSED);
        ledger.changePassword(by.origin(), account, newPasswords.hash(chosen));
    }

    private ProviderView view(Actor by) {
        return providers.findView(by.id()).orElseThrow(ProviderRefusal::notSignedIn);
    }

    private void tell(AccountEvent.Kind kind, Actor by) {
        events.publishEvent(new AccountEvent(kind, by.id(), by.origin()));
    }
}
