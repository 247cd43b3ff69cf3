package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.DRAFT;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.Drafts;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DraftingService implements Drafting {

    private final Drafts drafts;
    private final AuditTrail trail;
    private final DraftEnd end;

    DraftingService(Drafts drafts, AuditTrail trail) {
        this.drafts = drafts;
        this.trail = trail;
        this.end = new DraftEnd(drafts, trail);
    }

    @Override
    @Transactional(readOnly = true)
    public DraftView draft(Actor by, AppointmentId appointment) {
        return drafts.find(by, appointment).orElseThrow(RecordRefusal::unknownDraft);
    }

    @Override
    public void save(Actor by, AppointmentId appointment, String note) {
        var saved = drafts.put(by, appointment, note);
        if (saved.first())
            trail.record(
                    by,
                    AuditEvent.of(
                            Action.CREATE,
                            DRAFT,
                            appointment.value(),
                            saved.patient().value()));
    }

    @Override
    public void discard(Actor by, AppointmentId appointment) {
        if (!end.discard(by, appointment)) throw RecordRefusal.unknownDraft();
    }
}
