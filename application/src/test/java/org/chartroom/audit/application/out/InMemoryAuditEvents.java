package org.chartroom.audit.application.out;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.chartroom.audit.Access;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.Providers;
import org.jspecify.annotations.Nullable;

public final class InMemoryAuditEvents implements AuditEvents, EventsOfNobody {

    final List<StoredEvent> stored = new ArrayList<>();
    private final Providers providers;
    private final BiPredicate<Actor, UUID> sees;

    /** @param sees whether the actor is on the care team of a patient */
    public InMemoryAuditEvents(Providers providers, BiPredicate<Actor, UUID> sees) {
        this.providers = providers;
        this.sees = sees;
    }

    @Override
    public void add(Actor by, String outcome, List<AuditEvent> events) {
        for (var event : events) add(by.origin(), by.id().value(), outcome, event);
    }

    @Override
    public void addAhead(Actor by, AuditEvent seen) {
        var patient = seen.patient();
        if (patient == null || sees.test(by, patient)) add(by, SUCCESS, List.of(seen));
    }

    @Override
    public void add(Origin from, String outcome, AuditEvent event) {
        add(from, null, outcome, event);
    }

    @Override
    public Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before) {
        var seen = stored.reversed().stream()
                .filter(event -> patient.equals(event.patientId()) && sees.test(by, patient))
                .filter(event -> event.outcome().equals(SUCCESS))
                .filter(event -> before == null || event.id() < before)
                .map(this::access)
                .toList();
        return Page.of(seen, limit, Access::event);
    }

    private void add(Origin from, @Nullable UUID provider, String outcome, AuditEvent event) {
        var session = from.session();
        stored.add(new StoredEvent(
                stored.size() + 1L,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                event.action().toString(),
                event.object().kind().toString(),
                event.object().id(),
                event.patient(),
                provider,
                session == null ? null : session.value(),
                from.request(),
                from.address(),
                outcome));
    }

    private Access access(StoredEvent event) {
        var provider = new ProviderId(requireNonNull(event.providerId()));
        return new Access(
                event.id(),
                event.recordedAt(),
                provider,
                providers
                        .find(provider)
                        .map(found -> found.value().details().name())
                        .orElse(null),
                Action.valueOf(event.action().toUpperCase(Locale.ROOT)),
                Reference.Kind.valueOf(event.kind().toUpperCase(Locale.ROOT)),
                event.objectId());
    }
}
