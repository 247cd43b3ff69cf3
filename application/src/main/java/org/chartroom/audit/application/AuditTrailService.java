package org.chartroom.audit.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartroom.audit.Access;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AuditTrailService implements AuditTrail, Refusals {

    private final AuditEvents events;

    AuditTrailService(AuditEvents events) {
        this.events = events;
    }

    @Override
    public void record(Actor by, AuditEvent... seen) {
        events.add(by, AuditEvents.SUCCESS, List.of(seen));
    }

    @Override
    public <T> T reading(Actor by, Reference.Kind list, Supplier<T> reading) {
        events.addAhead(by, AuditEvent.ofList(list));
        return reading.get();
    }

    @Override
    public <T> Optional<T> reading(Actor by, AuditEvent seen, Supplier<Optional<T>> reading) {
        events.addAhead(by, seen);
        return reading.get();
    }

    @Override
    public void record(Actor by, AuditEvent tried, String code) {
        events.add(by, code, List.of(tried));
    }

    @Override
    public Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before) {
        return events.accesses(by, patient, limit, before);
    }
}
