package org.chartroom.patient;

import org.chartroom.kernel.Version;
import org.chartroom.provider.Actor;

/** What other features may ask of a patient. */
public interface PatientDirectory {

    /**
     * Takes a patient of the actor's to be removed, inside the caller's transaction: until that ends nobody else changes
     * the patient, hands the patient over, or books the patient in.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees none; {@code forbidden} when it is a
     *     colleague's; {@code stale-version} when {@code seen} is not the stored version
     */
    void lock(Actor by, PatientId id, Version seen);

    /**
     * Removes a patient of the actor's with everything that is known of the patient, in every feature.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found}; {@code forbidden}
     */
    void remove(Actor by, PatientId id);
}
