package org.chartroom.studio.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.RecordDirectory.Usual;
import org.chartroom.studio.RowId;
import org.chartroom.studio.domain.ClinicTable;

/**
 * Everything about a patient.
 *
 * @param rows  of each table that has some about the patient, in the order in which they came
 * @param signed on the records and added to them, in the order in which it was
 * @param provenance of what was proposed and accepted
 * @param usual by the id of the vital signs: between which figures they are usual at the patient's age at that visit
 * @param names of the providers
 * @param today where the clinic is
 * @param zone  where that is
 */
@Phi
public record ChartView(
        TableRow patient,
        Map<ClinicTable, List<TableRow>> rows,
        List<SignedView> signed,
        List<ProvenanceView> provenance,
        Map<RowId, List<Usual>> usual,
        Map<RowId, String> names,
        LocalDate today,
        Instant now,
        ZoneId zone) {

    public List<TableRow> of(ClinicTable table) {
        return rows.getOrDefault(table, List.of());
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
