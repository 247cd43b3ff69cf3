package org.chartroom.patient.application;

import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

/** How a patient comes to a provider: for the first time, or handed over by another. */
public interface Registration {

    /**
     * Registers a new patient of the actor's.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code in-future} when the date of birth is after today at the clinic
     */
    PatientView register(Actor by, PatientDetails details);

    /**
     * Hands a patient of the actor's over to another provider. The actor still sees the patient if there was ever an
     * appointment between the two.
     *
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found}; {@code forbidden} when it is a colleague's
     *     patient; {@code stale-version} when {@code seen} is not the stored version
     * @throws org.chartroom.kernel.InvalidInput {@code unknown} when there is no such provider, or the account is closed
     */
    void transfer(Actor by, PatientId id, ProviderId receiver, Version seen);
}
