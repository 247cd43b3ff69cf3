package org.chartroom.studio.web;

import org.chartroom.studio.application.Tally;

/** How many rows of a table somebody sees, as the map shows it. */
record Count(String table, String rows) {

    static Count of(Tally tally) {
        return new Count(
                tally.table().label(),
                (tally.estimated() ? "about " : "")
                        + Words.number(tally.rows())
                        + (tally.rows() == 1 ? " row" : " rows"));
    }
}
