package org.chartroom.provider.application.out;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.VersionClock;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.application.ProviderView;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;

public final class InMemoryProviders implements Providers, Accounts {

    private final Map<ProviderId, Stored> byId = new LinkedHashMap<>();
    private final Map<ProviderId, Instant> disabled = new LinkedHashMap<>();
    private final VersionClock clock = new VersionClock();

    @Override
    public Optional<Versioned<Provider>> find(ProviderId id) {
        return Optional.ofNullable(byId.get(id)).map(stored -> new Versioned<>(stored.provider, stored.version));
    }

    @Override
    public void add(Provider provider) {
        refuseSecond(provider);
        var now = clock.next();
        byId.put(provider.id(), new Stored(provider, now.at(), now));
    }

    @Override
    public Version replace(Provider provider, Version seen) {
        var stored = Optional.ofNullable(byId.get(provider.id())).orElseThrow(ProviderRefusal::unknown);
        if (!stored.version.equals(seen)) throw ProviderRefusal.stale(provider.id(), stored.version);
        refuseSecond(provider);
        var now = clock.next();
        byId.put(provider.id(), new Stored(provider, stored.createdAt, now));
        return now;
    }

    @Override
    public Optional<ProviderView> findView(ProviderId id) {
        return Optional.ofNullable(byId.get(id))
                .map(stored -> new ProviderView(id, stored.provider.details(), stored.createdAt, stored.version.at()));
    }

    @Override
    public List<AccountView> accounts() {
        return byId.values().stream()
                .map(stored -> new AccountView(
                        stored.provider.id(),
                        stored.provider.details().email(),
                        stored.provider.details().name(),
                        disabled.get(stored.provider.id())))
                .sorted(Comparator.comparing(account -> account.email().value().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        return byId.values().stream()
                .map(Stored::provider)
                .filter(provider -> provider.details().email().value().equalsIgnoreCase(email.value()))
                .map(this::account)
                .findAny();
    }

    @Override
    public Optional<Account> hold(ProviderId id) {
        return Optional.ofNullable(byId.get(id)).map(stored -> account(stored.provider));
    }

    @Override
    public void disable(ProviderId id, Instant now) {
        if (byId.containsKey(id)) disabled.putIfAbsent(id, now);
    }

    @Override
    public void enable(ProviderId id) {
        disabled.remove(id);
    }

    private Account account(Provider provider) {
        return new Account(provider.id(), provider.passwordHash(), disabled.containsKey(provider.id()));
    }

    private void refuseSecond(Provider provider) {
        if (find(provider.details().email())
                .filter(other -> !other.id().equals(provider.id()))
                .isPresent()) throw ProviderRefusal.emailTaken();
    }

    private record Stored(Provider provider, Instant createdAt, Version version) {}
}
