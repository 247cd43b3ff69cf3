package org.chartroom.patient.application;

import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

/** How a patient comes to a provider, for the first time or handed over by another, and what is known at the front desk. */
public interface Registration {

    /**
     * Registers a new patient of the actor's.
     *
     * @param confirmed whether it is another one, though the actor has a patient of that name and birth date
     * @throws org.chartroom.kernel.InvalidInput {@code in-future} when the date of birth is after today at the clinic
     * @throws org.chartroom.patient.domain.PatientRefusal {@code possible-duplicate} when the actor has a patient of that
     *     name, upper case and accents aside, and birth date, and it is not {@code confirmed}
     */
    PatientView register(Actor by, PatientDetails details, boolean confirmed);

    /**
     * Puts other details in the place of the known ones of a patient of the actor's; allergies and chronic conditions
     * stay.
     *
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found}; {@code forbidden} when it is a colleague's
     *     patient; {@code stale-version} when {@code seen} is not the stored version
     * @throws org.chartroom.kernel.InvalidInput {@code in-future} when the date of birth is after today at the clinic
     */
    PatientView revise(Actor by, PatientId id, PatientDetails details, Version seen);

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
