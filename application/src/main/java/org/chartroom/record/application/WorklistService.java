package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.WORKLIST;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class WorklistService implements Worklist {

    private final WorkItems items;
    private final AuditTrail trail;

    WorklistService(WorkItems items, AuditTrail trail) {
        this.items = items;
        this.trail = trail;
    }

    @Override
    public Optional<Page<WorkItem, AppointmentId>> items(Actor by, int limit, @Nullable AppointmentId after) {
        return trail.reading(by, WORKLIST, () -> items.page(by, limit, after));
    }
}
