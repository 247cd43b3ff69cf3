package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.CHART;
import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;

import java.time.Clock;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.VitalSignsViews;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each read leaves its event; the transaction is declared to read only, so it does not wait for that to be on disk. */
@Service
@Transactional(readOnly = true)
class ChartReviewService implements ChartReview {

    private final Charts charts;
    private final VitalSignsViews vitalSigns;
    private final AuditTrail trail;
    private final Clock clock;

    ChartReviewService(Charts charts, VitalSignsViews vitalSigns, AuditTrail trail, Clock clock) {
        this.charts = charts;
        this.vitalSigns = vitalSigns;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Chart chart(Actor by, PatientId patient, boolean transcripts) {
        var seen = AuditEvent.ofPatient(Action.READ, CHART, patient.value());
        return trail.reading(by, seen, () -> charts.find(by, patient, transcripts))
                .orElseThrow(() -> RecordRefusal.unknownPatient(patient));
    }

    @Override
    public MedicalRecordView record(Actor by, MedicalRecordId id) {
        return told(by, charts.findRecord(by, id).orElseThrow(RecordRefusal::unknownRecord));
    }

    @Override
    public MedicalRecordView record(Actor by, AppointmentId appointment) {
        return told(by, charts.findRecord(by, appointment).orElseThrow(RecordRefusal::unknownRecord));
    }

    @Override
    public VitalSignsView vitalSigns(Actor by, AppointmentId appointment) {
        var taken = vitalSigns.find(by, appointment).orElseThrow(RecordRefusal::unknownVitalSigns);
        trail.record(
                by,
                AuditEvent.of(
                        Action.READ,
                        VITAL_SIGNS,
                        taken.id().value(),
                        taken.patient().value()));
        return taken.judged(clock.getZone());
    }

    private MedicalRecordView told(Actor by, MedicalRecordView record) {
        trail.record(
                by,
                AuditEvent.of(
                        Action.READ,
                        MEDICAL_RECORD,
                        record.id().value(),
                        record.patientId().value()));
        return record;
    }
}
