package org.chartroom.studio.application;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Sorting;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a table is wanted.
 *
 * @param hidden   names of columns that are left out; the id never is
 * @param filters  all of which a row must pass
 * @param limit    most rows of the page, 1 to 200
 * @param from     the row that the page begins behind; null for the first page
 * @param backward whether it is the page that ends before that row
 */
@Phi
public record TableQuery(
        ClinicTable table,
        Set<String> hidden,
        List<Filter> filters,
        Sorting sorting,
        int limit,
        @Nullable RowId from,
        boolean backward) {

    private static final int MOST_ROWS = 200;

    public TableQuery {
        hidden = Collections.unmodifiableSet(new LinkedHashSet<>(hidden));
        filters = List.copyOf(filters);
        if (!table.columns().contains(sorting.column())
                || filters.stream().anyMatch(filter -> !table.columns().contains(filter.column())))
            throw new IllegalArgumentException("a column of another table"); // what it guards would not guard here
        if (limit < 1 || limit > MOST_ROWS)
            throw InvalidInput.of("limit", "out-of-range", "must be between 1 and " + MOST_ROWS);
    }

    /** The first page of a table, as it is before anybody wishes something else. */
    public static TableQuery of(ClinicTable table, int limit, Filter... filters) {
        return new TableQuery(table, Set.of(), List.of(filters), table.sorting(), limit, null, false);
    }

    /** Those that are shown. */
    public List<Column> columns() {
        return table.columns().stream()
                .filter(column -> column.name().equals("id") || !hidden.contains(column.name()))
                .toList();
    }

    public TableQuery filteredBy(List<Filter> others) {
        return new TableQuery(table, hidden, others, sorting, limit, from, backward);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
