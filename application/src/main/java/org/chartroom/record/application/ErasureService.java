package org.chartroom.record.application;

import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientDirectory;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.ChartRows;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ErasureService implements Erasure {

    private final PatientDirectory patients;
    private final ChartRows rows;

    ErasureService(PatientDirectory patients, ChartRows rows) {
        this.patients = patients;
        this.rows = rows;
    }

    @Override
    public DeletionReceipt delete(Actor by, PatientId patient, Version seen, boolean confirmSigned) {
        patients.lock(by, patient, seen);
        var receipt = rows.lock(by, patient);
        if (receipt.signatures() > 0 && !confirmSigned) throw RecordRefusal.signedRecords(patient);
        patients.remove(by, patient);
        return receipt;
    }
}
