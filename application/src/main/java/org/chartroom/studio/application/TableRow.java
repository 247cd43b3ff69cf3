package org.chartroom.studio.application;

import java.util.Map;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.studio.RowId;
import org.jspecify.annotations.Nullable;

/**
 * A row, to be shown.
 *
 * @param patient whom it is about; null for a provider
 * @param cells   by the column's name what stands in it, as PostgreSQL writes it, instants as ISO 8601 with {@code Z}; where
 *                nothing stands there is nothing here
 */
@Phi
public record TableRow(RowId id, @Nullable PatientId patient, Map<String, String> cells) {

    /** Of a long text, in a row among many, no more than so many characters are shown. */
    public static final int BEGINNING = 160;

    public TableRow {
        cells = Map.copyOf(cells);
    }

    /** Null also when the column was not asked for, or is not the actor's to see. */
    public @Nullable String cell(String column) {
        return cells.get(column);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
