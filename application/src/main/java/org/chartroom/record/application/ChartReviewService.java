package org.chartroom.record.application;

import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ChartReviewService implements ChartReview {

    private final Charts charts;

    ChartReviewService(Charts charts) {
        this.charts = charts;
    }

    @Override
    public Chart chart(Actor by, PatientId patient, boolean transcripts) {
        return charts.find(by, patient, transcripts).orElseThrow(RecordRefusal::unknownPatient);
    }

    @Override
    public MedicalRecordView record(Actor by, MedicalRecordId id) {
        return charts.findRecord(by, id).orElseThrow(RecordRefusal::unknownRecord);
    }
}
