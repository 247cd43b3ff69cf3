package org.chartroom.patient.application;

import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;

/** What the front desk does when a patient comes for the first time. */
public interface Registration {

    /**
     * Registers a new patient of the actor's.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code in-future} when the date of birth is after today at the clinic
     */
    PatientView register(Actor by, PatientDetails details);
}
