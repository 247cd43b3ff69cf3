package org.chartroom.record.application;

import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Version;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.WrittenVisits;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class VisitRemovalService implements VisitRemoval {

    private final AppointmentDirectory appointments;
    private final WrittenVisits visits;

    VisitRemovalService(AppointmentDirectory appointments, WrittenVisits visits) {
        this.appointments = appointments;
        this.visits = visits;
    }

    @Override
    public void remove(Actor by, AppointmentId id, Version seen) {
        // held first: a record that is being written at this moment is waited for, and found
        appointments.holdToRemove(by, id, seen);
        var written = visits.of(by, id);
        if (!written.isNothing()) throw RecordRefusal.hasRecord(id, written.record(), written.vitalSigns());
        appointments.remove(by, id, seen);
    }
}
