package org.chartroom.studio.application;

import org.chartroom.studio.domain.ClinicTable;

/**
 * How many rows of a table somebody sees.
 *
 * @param estimated whether there are so many that they were not counted
 */
public record Tally(ClinicTable table, long rows, boolean estimated) {

    /** So many are counted, and no more: whatever points to one row, too. */
    public static final int MOST = 1_000_000;
}
