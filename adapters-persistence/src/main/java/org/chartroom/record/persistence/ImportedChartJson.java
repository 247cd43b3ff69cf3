package org.chartroom.record.persistence;

import java.util.stream.Stream;
import org.chartroom.record.domain.ImportedChart;
import org.chartroom.record.domain.ImportedVisit;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.VitalSigns;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A chart as it is set aside: rows by the names of their columns, each with its id and its parent's. */
final class ImportedChartJson {

    private static final JsonMapper COLUMNS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** {@code patient}, {@code allergies}, {@code chronic_conditions} and {@code visits}, which see below. */
    static String text(ImportedChart chart) {
        var patient = chart.patient().id().toString();
        var json = COLUMNS.createObjectNode();
        json.set("patient", row(patient, chart.patient()));
        var allergies = json.putArray("allergies");
        for (var allergy : chart.allergies())
            allergies.add(row(allergy.id(), allergy.entry()).put("patient_id", patient));
        var conditions = json.putArray("chronic_conditions");
        for (var condition : chart.chronicConditions())
            conditions.add(row(condition.id(), condition.entry()).put("patient_id", patient));
        var visits = json.putArray("visits");
        for (var visit : chart.visits()) put(visits.addObject(), patient, visit);
        return json.toString();
    }

    /** {@code appointment}, {@code overlap_reason}, {@code vital_signs}, {@code record}, {@code symptoms}, {@code prescriptions}. */
    private static void put(ObjectNode json, String patient, ImportedVisit visit) {
        var appointment = visit.appointment();
        json.set(
                "appointment",
                row(visit.id(), appointment)
                        .put("patient_id", patient)
                        .put("provider_id", String.valueOf(appointment.providerId())));
        json.put("overlap_reason", appointment.overlapReason());
        if (visit.vitalSigns() != null) json.set("vital_signs", row(visit.vitalSigns()));
        if (visit.record() == null) return;
        var record = visit.record();
        json.set("record", row(record));
        var symptoms = json.putArray("symptoms");
        for (var symptom : record.symptoms())
            symptoms.add(row(symptom.id(), symptom.details())
                    .put("medical_record_id", record.id().toString()));
        var prescriptions = json.putArray("prescriptions");
        for (var prescription : record.prescriptions())
            prescriptions.add(row(prescription.id(), prescription.details())
                    .put("medical_record_id", record.id().toString()));
    }

    private static ObjectNode row(VitalSigns vitalSigns) {
        var row = row(vitalSigns.id(), vitalSigns.measurements())
                .put("appointment_id", vitalSigns.appointment().toString());
        var pressure = vitalSigns.measurements().bloodPressure();
        if (pressure != null)
            row.put("blood_pressure_systolic", pressure.systolic())
                    .put("blood_pressure_diastolic", pressure.diastolic());
        return row;
    }

    private static ObjectNode row(MedicalRecord record) {
        return row(record.id(), record.note(), record.scribe())
                .put("appointment_id", record.appointment().toString());
    }

    /** An id prints as its UUID. */
    private static ObjectNode row(Object id, Object... parts) {
        var row = COLUMNS.createObjectNode();
        Stream.of(parts).map(COLUMNS::<ObjectNode>valueToTree).forEach(row::setAll);
        return row.put("id", id.toString());
    }

    private ImportedChartJson() {}
}
