package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;

import java.time.Clock;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MeasuringService implements Measuring {

    private final AppointmentDirectory appointments;
    private final VitalSignsReadings readings;
    private final AuditTrail trail;
    private final IdGenerator ids;
    private final Clock clock;

    MeasuringService(
            AppointmentDirectory appointments,
            VitalSignsReadings readings,
            AuditTrail trail,
            IdGenerator ids,
            Clock clock) {
        this.appointments = appointments;
        this.readings = readings;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public VitalSignsView take(Actor by, AppointmentId appointment, Measurements measurements) {
        var patient = appointments.hold(by, appointment);
        readings.findOf(by, appointment).ifPresent(stored -> {
            throw RecordRefusal.notTheFirst(stored.value().id(), stored.version());
        });
        var taken = new VitalSigns(new VitalSignsId(ids.next()), appointment, measurements);
        var view = readings.add(by, taken).judged(clock.getZone());
        tell(by, Action.CREATE, taken.id(), patient);
        return view;
    }

    @Override
    public VitalSignsView correct(Actor by, AppointmentId appointment, Version seen, Measurements measurements) {
        var patient = appointments.hold(by, appointment);
        var stored = readings.findOf(by, appointment)
                .orElseThrow(() -> RecordRefusal.noVitalSignsToReplace(appointment))
                .value();
        var view = readings.replace(by, new VitalSigns(stored.id(), appointment, measurements), seen)
                .judged(clock.getZone());
        tell(by, Action.UPDATE, stored.id(), patient);
        return view;
    }

    @Override
    public void discard(Actor by, AppointmentId appointment, Version seen) {
        var patient = appointments.hold(by, appointment);
        var stored = readings.findOf(by, appointment)
                .orElseThrow(RecordRefusal::unknownVitalSigns)
                .value();
        readings.remove(by, stored.id(), seen);
        tell(by, Action.DELETE, stored.id(), patient);
    }

    private void tell(Actor by, Action action, VitalSignsId id, PatientId patient) {
        trail.record(by, AuditEvent.of(action, VITAL_SIGNS, id.value(), patient.value()));
    }
}
