package org.chartroom.provider.application.out;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;

public final class InMemoryProviders implements Providers {

    private final Map<ProviderId, Provider> byId = new LinkedHashMap<>();

    @Override
    public Optional<Provider> find(ProviderId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public void add(Provider provider) {
        if (byId.values().stream().anyMatch(other -> haveOneEmail(provider, other))) throw ProviderRefusal.emailTaken();
        byId.put(provider.id(), provider);
    }

    private static boolean haveOneEmail(Provider one, Provider other) {
        return one.email().value().equalsIgnoreCase(other.email().value());
    }
}
