package org.chartroom.appointment.application;

import static org.chartroom.audit.Reference.Kind.WORKING_HOURS;

import org.chartroom.appointment.application.out.HoursOfWork;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OwnHoursService implements OwnHours {

    private final HoursOfWork hoursOfWork;
    private final AuditTrail trail;

    OwnHoursService(HoursOfWork hoursOfWork, AuditTrail trail) {
        this.hoursOfWork = hoursOfWork;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public Versioned<WorkingHours> hours(Actor by) {
        var hours = hoursOfWork.get(by);
        trail.record(by, AuditEvent.ofProvider(Action.READ, WORKING_HOURS, by.id()));
        return hours;
    }

    @Override
    public Versioned<WorkingHours> replace(Actor by, WorkingHours hours, Version seen) {
        var version = hoursOfWork.replace(by, hours, seen);
        trail.record(by, AuditEvent.ofProvider(Action.UPDATE, WORKING_HOURS, by.id()));
        return new Versioned<>(hours, version);
    }
}
