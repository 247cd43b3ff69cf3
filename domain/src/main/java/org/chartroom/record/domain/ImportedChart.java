package org.chartroom.record.domain;

import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientEntry;

/**
 * A chart that is taken over from elsewhere, each part as it is to be kept.
 *
 * @param line              where it stood in what was sent, from 1
 * @param allergies         in the order of recording
 * @param chronicConditions in the order of recording
 */
@Phi
public record ImportedChart(
        int line,
        PatientEntry patient,
        List<ImportedAllergy> allergies,
        List<ImportedCondition> chronicConditions,
        List<ImportedVisit> visits) {

    public ImportedChart {
        allergies = List.copyOf(allergies);
        chronicConditions = List.copyOf(chronicConditions);
        visits = List.copyOf(visits);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
