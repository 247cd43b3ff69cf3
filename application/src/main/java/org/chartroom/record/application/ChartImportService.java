package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.CHART;

import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientDirectory;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.ImportedCharts;
import org.chartroom.record.application.out.ImportedCharts.Obstacle;
import org.chartroom.record.domain.ImportedAllergy;
import org.chartroom.record.domain.ImportedChart;
import org.chartroom.record.domain.ImportedCondition;
import org.chartroom.record.domain.ImportedVisit;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.VitalSigns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ChartImportService implements ChartImport {

    private final PatientDirectory patients;
    private final AppointmentDirectory appointments;
    private final ImportedCharts charts;
    private final AuditTrail trail;
    private final IdGenerator ids;

    ChartImportService(
            PatientDirectory patients,
            AppointmentDirectory appointments,
            ImportedCharts charts,
            AuditTrail trail,
            IdGenerator ids) {
        this.patients = patients;
        this.appointments = appointments;
        this.charts = charts;
        this.trail = trail;
        this.ids = ids;
    }

    @Override
    public ImportReceipt take(Actor by, Stream<Line> lines) {
        var report = new ImportReport();
        var acceptable = report.counted(lines).<ImportedChart>mapMulti((line, next) -> {
            var wrong = new Violations();
            for (var violation : line.wrong()) wrong.add(violation.field(), violation.code(), violation.message());
            var chart = line.chart() == null ? null : checked(by, line.number(), line.chart(), wrong);
            report.add(line.number(), wrong);
            if (chart != null) next.accept(chart);
        });
        for (var obstacle : charts.prepare(by, acceptable)) report.add(obstacle.line(), violation(obstacle));
        report.refuse();
        var added = charts.add(by);
        trail.record(by, added.stream().map(ChartImportService::created).toArray(AuditEvent[]::new));
        return new ImportReceipt(added.size(), report.lines() - added.size());
    }

    /** Null when anything is wrong with it, all of which is told. */
    private @Nullable ImportedChart checked(Actor by, int line, WrittenChart chart, Violations wrong) {
        var patient = wrong.part("patient", () -> patients.checked(by, chart.patient()));
        var allergies = wrong.parts(
                "allergies",
                chart.allergies(),
                allergy -> new ImportedAllergy(new AllergyId(ids.next()), patients.checked(by, allergy)));
        var conditions = wrong.parts(
                "chronicConditions",
                chart.chronicConditions(),
                condition ->
                        new ImportedCondition(new ChronicConditionId(ids.next()), patients.checked(by, condition)));
        var visits = wrong.each("appointments", chart.visits(), visit -> checked(by, visit));
        return wrong.found().isEmpty() ? new ImportedChart(line, patient, allergies, conditions, visits) : null;
    }

    private ImportedVisit checked(Actor by, WrittenVisit visit) {
        var wrong = new Violations();
        var id = new AppointmentId(ids.next());
        var appointment = wrong.part(() -> appointments.checked(by, visit.appointment(), visit.written()));
        var content = visit.record();
        var record = content == null
                ? null
                : wrong.part("record", () -> MedicalRecord.begin(new MedicalRecordId(ids.next()), id, content, ids));
        wrong.refuse();
        return new ImportedVisit(
                id,
                appointment,
                visit.vitalSigns() == null
                        ? null
                        : new VitalSigns(new VitalSignsId(ids.next()), id, visit.vitalSigns()),
                record);
    }

    private static Violations violation(Obstacle obstacle) {
        var wrong = new Violations();
        var visit = "appointments[" + obstacle.appointment() + "]";
        switch (obstacle.reason()) {
            case REPEATED_PATIENT -> wrong.add("patient.id", "repeated", "must stand once");
            case ANOTHERS_PATIENT -> wrong.add("patient.id", "mismatch", "must be new, or one of your own patients'");
            case UNKNOWN_PROVIDER -> wrong.add(visit + ".providerId", "unknown", "there is no such provider");
            case OVERLAPPING ->
                wrong.add(
                        visit + ".appointmentDate",
                        "overlapping",
                        "must not overlap another active appointment of the provider, unless allowOverlap says so");
        }
        return wrong;
    }

    private static AuditEvent created(PatientId patient) {
        return AuditEvent.ofPatient(Action.CREATE, CHART, patient.value());
    }
}
