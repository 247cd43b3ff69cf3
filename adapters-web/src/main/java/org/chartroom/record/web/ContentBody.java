package org.chartroom.record.web;

import java.util.Objects;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.Proposed;
import org.chartroom.record.domain.SoapPart;
import org.jspecify.annotations.Nullable;

/** What is proposed, or accepted in its place, as a client writes and reads it: one of these. */
@Phi
record ContentBody(
        @Nullable SymptomBody symptom,
        @Nullable PrescriptionBody prescription,
        @Nullable VitalSignsBody vitalSigns,
        @Nullable SectionBody section) {

    static ContentBody of(Proposed proposed) {
        return switch (proposed) {
            case Proposed.NewSymptom(var details) ->
                new ContentBody(
                        new SymptomBody(
                                null, details.name(), details.severity(), details.duration(), details.notes(), true),
                        null,
                        null,
                        null);
            case Proposed.NewPrescription(var details) ->
                new ContentBody(
                        null,
                        new PrescriptionBody(
                                null,
                                details.medication(),
                                details.dosage(),
                                details.frequency(),
                                details.duration(),
                                details.quantity(),
                                details.refills(),
                                details.instructions(),
                                true),
                        null,
                        null);
            case Proposed.Measured(var measured) -> new ContentBody(null, null, figures(measured), null);
            case Proposed.SectionText(var part, var text) ->
                new ContentBody(null, null, null, new SectionBody(part, text));
        };
    }

    private static VitalSignsBody figures(Measurements measured) {
        var pressure = measured.bloodPressure();
        return new VitalSignsBody(
                pressure == null ? null : (Integer) pressure.systolic(),
                pressure == null ? null : pressure.diastolic(),
                measured.heartRate(),
                measured.temperature(),
                measured.respiratoryRate(),
                measured.oxygenSaturation(),
                measured.weight(),
                measured.height());
    }

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    Proposed proposed() {
        var wrong = new Violations();
        if (Stream.of(symptom, prescription, vitalSigns, section)
                        .filter(Objects::nonNull)
                        .count()
                != 1) wrong.add("", "wrong", "must be one of symptom, prescription, vitalSigns and section");
        wrong.refuse();
        Proposed proposed;
        if (symptom != null) proposed = wrong.part("symptom", () -> new Proposed.NewSymptom(symptom.details()));
        else if (prescription != null)
            proposed = wrong.part("prescription", () -> new Proposed.NewPrescription(prescription.details()));
        else if (vitalSigns != null)
            proposed = wrong.part("vitalSigns", () -> new Proposed.Measured(vitalSigns.measurements()));
        else proposed = wrong.part("section", Objects.requireNonNull(section)::proposed);
        wrong.refuse();
        return proposed;
    }

    /** A text of a part of the note. What is required can be left out in JSON; it is checked before it is used. */
    @Phi
    record SectionBody(SoapPart part, String text) {

        private Proposed proposed() {
            var wrong = new Violations();
            wrong.required("part", part);
            wrong.text("text", text, Violations.FREE_TEXT);
            wrong.refuse();
            return new Proposed.SectionText(part, text);
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
