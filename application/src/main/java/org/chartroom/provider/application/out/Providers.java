package org.chartroom.provider.application.out;

import java.util.List;
import java.util.Optional;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.application.ProviderView;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;

/** Everybody who treats patients at the clinic. */
public interface Providers {

    Optional<Versioned<Provider>> find(ProviderId id);

    /**
     * Adds a provider.
     *
     * @throws ProviderRefusal {@code already-exists} when another one has the e-mail address, in whatever case
     */
    void add(Provider provider);

    /**
     * Puts a changed provider in the place of the stored one.
     *
     * @throws ProviderRefusal {@code stale-version} when {@code seen} is not the stored version; {@code not-found};
     *     {@code already-exists} when another one has the e-mail address, in whatever case
     */
    Version replace(Provider provider, Version seen);

    /** One, to be shown. */
    Optional<ProviderView> findView(ProviderId id);

    /** All, as the operator sees them, by e-mail address without regard to case. */
    List<AccountView> accounts();
}
