package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.CHART;
import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;

import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each read leaves its event; the transaction is declared to read only, so it does not wait for that to be on disk. */
@Service
@Transactional(readOnly = true)
class ChartReviewService implements ChartReview {

    private final Charts charts;
    private final AuditTrail trail;

    ChartReviewService(Charts charts, AuditTrail trail) {
        this.charts = charts;
        this.trail = trail;
    }

    @Override
    public Chart chart(Actor by, PatientId patient, boolean transcripts) {
        var chart = charts.find(by, patient, transcripts).orElseThrow(() -> RecordRefusal.unknownPatient(patient));
        trail.record(by, AuditEvent.ofPatient(Action.READ, CHART, patient.value()));
        return chart;
    }

    @Override
    public MedicalRecordView record(Actor by, MedicalRecordId id) {
        var record = charts.findRecord(by, id).orElseThrow(RecordRefusal::unknownRecord);
        trail.record(
                by,
                AuditEvent.of(
                        Action.READ,
                        MEDICAL_RECORD,
                        id.value(),
                        record.patientId().value()));
        return record;
    }
}
