package org.chartroom.record.application.out;

import java.util.List;
import java.util.stream.Stream;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.domain.ImportedChart;
import org.jspecify.annotations.Nullable;

/** Charts that are taken over from elsewhere, in one transaction: set aside first, then added whole, or not at all. */
public interface ImportedCharts {

    /**
     * Sets charts aside, once a transaction, and registers the patients who are new as the actor's. Charts of patients who
     * are the actor's already are left alone from here on. Until the transaction ends nobody else books the providers.
     *
     * @param charts read once, in order; none is kept in memory
     * @return what stands in the way of adding them, by line; nothing is added while anything does
     */
    List<Obstacle> prepare(Actor by, Stream<ImportedChart> charts);

    /**
     * Adds all that was set aside.
     *
     * @return the patients who are new, by line
     */
    List<PatientId> add(Actor by);

    /**
     * Why a chart cannot be added.
     *
     * @param line        of the chart
     * @param appointment which of its appointments it is, from 0; null where it is the patient
     */
    record Obstacle(int line, @Nullable Integer appointment, Reason reason) {}

    /** What stands in the way. */
    enum Reason {
        /** The patient stands in an earlier line. */
        REPEATED_PATIENT,
        /** There is such a patient, who is not the actor's. */
        ANOTHERS_PATIENT,
        UNKNOWN_PROVIDER,
        /** The provider has another active appointment in that time, and this one may not overlap others. */
        OVERLAPPING
    }
}
