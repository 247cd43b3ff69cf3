package org.chartroom.provider.application.out;

import java.util.Optional;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;

/** Everybody who treats patients at the clinic. */
public interface Providers {

    Optional<Provider> find(ProviderId id);

    /**
     * Adds a provider.
     *
     * @throws ProviderRefusal {@code already-exists} when another one has the e-mail address, in whatever case
     */
    void add(Provider provider);
}
