package org.chartroom.record.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.application.Charting;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;

/** A visit as a client writes one. What is not nullable is required: JSON can leave it out, the domain then says so. */
@Phi
record VisitBody(RecordBody record, @Nullable VitalSignsBody vitalSigns) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    Charting.Visit visit() {
        var wrong = new Violations();
        if (!wrong.required("record", record)) wrong.refuse();
        var visit = new Charting.Visit(
                wrong.part("record", record::note),
                wrong.part("record", record::scribe),
                wrong.parts("record.symptoms", record.symptoms(), SymptomBody::details),
                wrong.parts("record.prescriptions", record.prescriptions(), PrescriptionBody::details),
                vitalSigns == null ? null : wrong.part("vitalSigns", vitalSigns::measurements));
        wrong.refuse();
        return visit;
    }

    @Phi
    record RecordBody(
            String chiefComplaint,
            String subjective,
            String objective,
            String assessment,
            String plan,
            @Nullable String aiTranscript,
            @Nullable String aiSummary,
            @Nullable List<SymptomBody> symptoms,
            @Nullable List<PrescriptionBody> prescriptions) {

        SoapNote note() {
            return new SoapNote(chiefComplaint, subjective, objective, assessment, plan);
        }

        AiScribe scribe() {
            return new AiScribe(aiTranscript, aiSummary);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Phi
    record SymptomBody(
            String name,
            @Nullable Integer severity,
            @Nullable String duration,
            @Nullable String notes,
            @Nullable Boolean aiGenerated) {

        SymptomDetails details() {
            return new SymptomDetails(name, severity, duration, notes, Boolean.TRUE.equals(aiGenerated));
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Phi
    record PrescriptionBody(
            String medication,
            String dosage,
            String frequency,
            String duration,
            @Nullable Integer quantity,
            @Nullable Integer refills,
            @Nullable String instructions,
            @Nullable Boolean aiGenerated) {

        PrescriptionDetails details() {
            return new PrescriptionDetails(
                    medication,
                    dosage,
                    frequency,
                    duration,
                    quantity,
                    refills == null ? 0 : refills,
                    instructions,
                    Boolean.TRUE.equals(aiGenerated));
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Phi
    record VitalSignsBody(
            @Nullable Integer bloodPressureSystolic,
            @Nullable Integer bloodPressureDiastolic,
            @Nullable Integer heartRate,
            @Nullable BigDecimal temperature,
            @Nullable Integer respiratoryRate,
            @Nullable Integer oxygenSaturation,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal height) {

        Measurements measurements() {
            var wrong = new Violations();
            var pressure = wrong.part(() -> BloodPressure.of(bloodPressureSystolic, bloodPressureDiastolic));
            // a refused pressure is missing below, and where it was all, that nothing was measured would be told too
            if (Stream.of(heartRate, temperature, respiratoryRate, oxygenSaturation, weight, height)
                    .allMatch(Objects::isNull)) wrong.refuse();
            var measurements = wrong.part(() -> new Measurements(
                    pressure, heartRate, temperature, respiratoryRate, oxygenSaturation, weight, height));
            wrong.refuse();
            return measurements;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
