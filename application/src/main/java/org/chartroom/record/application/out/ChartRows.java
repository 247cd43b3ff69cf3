package org.chartroom.record.application.out;

import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.DeletionReceipt;

/** Everything that goes with a patient, across the features, as rows. */
public interface ChartRows {

    /**
     * Counts what goes with a patient of the actor's, whom the transaction has locked to be removed; until the
     * transaction ends nobody else adds to it or takes from it. Nothing is counted of a patient who is not the actor's.
     */
    DeletionReceipt lock(Actor by, PatientId patient);
}
