package org.chartroom.audit.application;

import java.time.Instant;
import java.util.function.Consumer;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.audit.application.out.EventsOfNobody;
import org.chartroom.audit.application.out.SealWitness;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.audit.domain.TrailCheck;
import org.chartroom.audit.domain.Verdict;
import org.chartroom.provider.Origin;
import org.springframework.stereotype.Service;

@Service
class AuditReviewService implements AuditReview {

    private final SealedTrail trail;
    private final SealWitness witness;
    private final EventsOfNobody eventsOfNobody;

    AuditReviewService(SealedTrail trail, SealWitness witness, EventsOfNobody eventsOfNobody) {
        this.trail = trail;
        this.witness = witness;
        this.eventsOfNobody = eventsOfNobody;
    }

    @Override
    public Verdict verify() {
        var chain = trail.chain();
        if (witness.knowsAnother(chain)) return Verdict.replaced();
        try (var witnesses = witness.heads(chain)) {
            return trail.walk((seals, events) -> TrailCheck.of(chain, witnesses.iterator(), seals, events));
        }
    }

    @Override
    public void begin() {
        witness.setOthersAside(trail.chain());
    }

    @Override
    public void export(Instant from, Instant to, Consumer<StoredEvent> each) {
        var exported = new AuditEvent(Action.READ, new Reference(Reference.Kind.AUDIT_TRAIL, null), null);
        eventsOfNobody.add(Origin.COMMAND_LINE, AuditEvents.SUCCESS, exported);
        trail.export(from, to, each);
    }
}
