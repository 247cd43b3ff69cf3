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

    /**
     * Looks whether a patient could be registered as described; nothing is registered.
     *
     * @return the same as it would be kept: lines without the white space around them
     * @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable
     */
    PatientEntry checked(Actor by, PatientEntry entry);

    /** {@link #checked(Actor, PatientEntry)}, of an allergy. */
    AllergyEntry checked(Actor by, AllergyEntry entry);

    /** {@link #checked(Actor, PatientEntry)}, of a chronic condition. */
    ChronicConditionEntry checked(Actor by, ChronicConditionEntry entry);
}
