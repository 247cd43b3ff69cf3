package org.chartroom.studio.application;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;
import org.chartroom.studio.domain.ClinicTable;

/**
 * A row with what points to it.
 *
 * @param names of the patients and providers that it points to
 * @param zone  where the clinic is
 */
@Phi
public record RowView(ClinicTable table, TableRow row, List<Pointing> pointing, Map<RowId, String> names, ZoneId zone) {

    /** How many rows of a table the actor sees that point to a row by a column. */
    public record Pointing(ClinicTable.Pointer by, long rows) {}

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
