package org.chartroom.studio;

import java.util.UUID;

/** Identity of a row of any of the nine tables. */
public record RowId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
