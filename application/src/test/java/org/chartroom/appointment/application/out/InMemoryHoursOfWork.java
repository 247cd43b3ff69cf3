package org.chartroom.appointment.application.out;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.VersionClock;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.InMemoryProviders;

public final class InMemoryHoursOfWork implements HoursOfWork {

    private final Map<ProviderId, Versioned<WorkingHours>> changed = new LinkedHashMap<>();
    private final VersionClock clock = new VersionClock();
    private final InMemoryProviders providers;

    public InMemoryHoursOfWork(InMemoryProviders providers) {
        this.providers = providers;
    }

    @Override
    public Optional<Versioned<WorkingHours>> find(Actor by, ProviderId provider) {
        return providers
                .hold(provider)
                .filter(account -> !account.disabled())
                .flatMap(account -> providers.findView(account.id()))
                .map(view -> changed.getOrDefault(
                        provider, new Versioned<>(WorkingHours.NONE, new Version(view.createdAt()))));
    }

    @Override
    public Version replace(Actor by, WorkingHours hours, Version seen) {
        var current = get(by).version();
        if (!current.equals(seen)) throw AppointmentRefusal.staleHours(by.id(), current);
        var now = clock.next();
        changed.put(by.id(), new Versioned<>(hours, now));
        return now;
    }
}
