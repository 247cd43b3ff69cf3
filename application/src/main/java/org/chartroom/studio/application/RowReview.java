package org.chartroom.studio.application;

import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.studio.RowId;
import org.chartroom.studio.domain.ClinicTable;

/** What is looked at of rows: those of the patients on whose care team the actor is, and what colleagues know of each other. */
public interface RowReview {

    /**
     * A page of a table.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the row that the page begins behind is gone, or was never
     *     the actor's to see
     */
    TablePage page(Actor by, TableQuery query);

    /**
     * One row, with everything that stands in it.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found}
     */
    RowView row(Actor by, ClinicTable table, RowId id);

    /**
     * Everything about a patient.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found}
     */
    ChartView chart(Actor by, PatientId patient);
}
