package org.chartroom.studio.application;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;

/**
 * A stretch of a table.
 *
 * @param rows   with long texts cut to their beginnings
 * @param before whether rows come before these
 * @param after  whether rows come after these
 * @param names  of the patients and providers that the rows point to
 * @param zone   where the clinic is
 */
@Phi
public record TablePage(
        TableQuery query, List<TableRow> rows, boolean before, boolean after, Map<RowId, String> names, ZoneId zone) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
