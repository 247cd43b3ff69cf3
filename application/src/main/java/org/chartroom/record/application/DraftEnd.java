package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.DRAFT;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.Drafts;

/** How a draft ends, whether it was thrown away or has become a record. */
final class DraftEnd {

    private final Drafts drafts;
    private final AuditTrail trail;

    DraftEnd(Drafts drafts, AuditTrail trail) {
        this.drafts = drafts;
        this.trail = trail;
    }

    /** Tells whether the actor had one. */
    boolean discard(Actor by, AppointmentId appointment) {
        var patient = drafts.remove(by, appointment);
        patient.ifPresent(
                its -> trail.record(by, AuditEvent.of(Action.DELETE, DRAFT, appointment.value(), its.value())));
        return patient.isPresent();
    }
}
