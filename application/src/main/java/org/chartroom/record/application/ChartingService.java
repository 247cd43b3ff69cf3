package org.chartroom.record.application;

import static org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import static org.chartroom.record.application.MedicalRecordView.SymptomView;

import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.Symptom;
import org.chartroom.record.domain.VitalSigns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ChartingService implements Charting {

    private final AppointmentDirectory appointments;
    private final MedicalRecords records;
    private final VitalSignsReadings readings;
    private final IdGenerator ids;

    ChartingService(
            AppointmentDirectory appointments, MedicalRecords records, VitalSignsReadings readings, IdGenerator ids) {
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
        this.ids = ids;
    }

    @Override
    public VisitView recordVisit(Actor by, AppointmentId appointment, Visit visit) {
        // The record first: a second visit is told that it is one, not that the first has completed the appointment.
        var record = addRecord(by, appointment, visit);
        var vitalSigns = visit.vitalSigns() == null ? null : addVitalSigns(by, appointment, visit.vitalSigns());
        appointments.complete(by, appointment);
        return new VisitView(record, vitalSigns);
    }

    private MedicalRecordView addRecord(Actor by, AppointmentId appointment, Visit visit) {
        var record = new MedicalRecord(
                new MedicalRecordId(ids.next()),
                appointment,
                visit.note(),
                visit.scribe(),
                visit.symptoms().stream()
                        .map(details -> new Symptom(new SymptomId(ids.next()), details))
                        .toList(),
                visit.prescriptions().stream()
                        .map(details -> new Prescription(new PrescriptionId(ids.next()), details))
                        .toList());
        var at = records.add(by, record).at();
        return new MedicalRecordView(
                record.id(),
                appointment,
                record.note(),
                record.scribe(),
                record.symptoms().stream()
                        .map(symptom -> new SymptomView(symptom.id(), symptom.details(), at, at))
                        .toList(),
                record.prescriptions().stream()
                        .map(prescription -> new PrescriptionView(prescription.id(), prescription.details(), at, at))
                        .toList(),
                at,
                at);
    }

    private VitalSignsView addVitalSigns(Actor by, AppointmentId appointment, Measurements measurements) {
        var vitalSigns = new VitalSigns(new VitalSignsId(ids.next()), appointment, measurements);
        var at = readings.add(by, vitalSigns).at();
        return new VitalSignsView(vitalSigns.id(), appointment, measurements, at, at);
    }
}
