package org.chartroom.studio.domain;

import org.chartroom.kernel.InvalidInput;

/** In which order rows come; among rows that are alike in the column, by their id. */
public record Sorting(Column column, boolean descending) {

    public Sorting {
        if (!column.isSortable()) throw InvalidInput.of("sort", "unknown", "must be a column that has an index");
    }

    public Sorting reversed() {
        return new Sorting(column, !descending);
    }
}
