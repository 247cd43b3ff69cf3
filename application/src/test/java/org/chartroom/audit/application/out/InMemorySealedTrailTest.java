package org.chartroom.audit.application.out;

import org.chartroom.provider.application.out.InMemoryProviders;

class InMemorySealedTrailTest extends SealedTrailContract {

    private final InMemoryAuditEvents events = new InMemoryAuditEvents(new InMemoryProviders(), (_, _) -> false);
    private final InMemorySealedTrail trail = new InMemorySealedTrail(events);

    @Override
    protected EventsOfNobody events() {
        return events;
    }

    @Override
    protected SealedTrail trail() {
        return trail;
    }
}
