package org.chartroom.record.web;

import java.util.ArrayList;
import java.util.List;
import org.chartroom.http.Lines;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.PatientEntry;
import org.chartroom.record.application.ChartImport;
import org.chartroom.record.application.ChartImport.WrittenChart;
import org.chartroom.record.application.ChartImport.WrittenVisit;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a client brings it along from elsewhere. What is not nullable is required: JSON can leave it out, it is said
 * then.
 *
 * @param allergies none when left out, as {@code chronicConditions} and {@code appointments}
 */
@Phi
record ChartBody(
        PatientEntry patient,
        @Nullable List<AllergyEntry> allergies,
        @Nullable List<ChronicConditionEntry> chronicConditions,
        @Nullable List<ImportedVisitBody> appointments) {

    /** With what is wrong so far; the rest is the clinic's to say. */
    static ChartImport.Line line(Lines.Line<ChartBody> read) {
        var wrong = new Violations();
        var chart = read.value();
        var written = chart != null && wrong.required("patient", chart.patient) ? chart.written(wrong) : null;
        var unreadable = read.wrong();
        return new ChartImport.Line(read.number(), written, unreadable == null ? wrong.found() : List.of(unreadable));
    }

    private WrittenChart written(Violations wrong) {
        var visits = new ArrayList<WrittenVisit>();
        var written = appointments == null ? List.<ImportedVisitBody>of() : appointments;
        for (var i = 0; i < written.size(); i++) {
            var place = "appointments[" + i + "]";
            if (wrong.required(place, written.get(i))) visits.add(written.get(i).visit(place, wrong));
        }
        return new WrittenChart(
                patient,
                allergies == null ? List.of() : allergies,
                chronicConditions == null ? List.of() : chronicConditions,
                visits);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
