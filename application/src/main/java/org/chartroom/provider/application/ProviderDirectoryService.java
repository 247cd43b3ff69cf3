package org.chartroom.provider.application;

import org.chartroom.kernel.PersonName;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderDirectory;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.stereotype.Service;

@Service
class ProviderDirectoryService implements ProviderDirectory {

    private final OwnPassword password;
    private final Providers providers;

    ProviderDirectoryService(OwnPassword password, Providers providers) {
        this.password = password;
        this.providers = providers;
    }

    @Override
    public PersonName nameOf(Actor by) {
        return providers
                .findView(by.id())
                .orElseThrow(ProviderRefusal::notSignedIn)
                .details()
                .name();
    }

    @Override
    public void reauthenticate(Actor by, String shown) {
        password.show(by, "password", shown, AccountEvent.Kind.REAUTHENTICATION_REFUSED);
    }
}
