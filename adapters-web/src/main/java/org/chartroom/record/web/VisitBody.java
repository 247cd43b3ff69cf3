package org.chartroom.record.web;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.application.Charting;
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

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
