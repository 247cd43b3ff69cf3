package org.chartroom.patient.application.out;

import java.util.List;
import java.util.Optional;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

/**
 * All patients of the clinic. Each actor sees those on whose care team he is (his own, and those he has an appointment
 * with) and changes his own only.
 */
public interface Patients {

    Optional<Versioned<Patient>> find(Actor by, PatientId id);

    /**
     * One of the actor's to be changed, whom nobody else can change before the transaction ends.
     *
     * @throws PatientRefusal {@code not-found}; {@code forbidden} when the actor only sees the patient
     */
    Versioned<Patient> lock(Actor by, PatientId id);

    /**
     * {@link #lock} of one to be removed, whom nobody else can book in either.
     *
     * @throws PatientRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden};
     *     {@code not-found}
     */
    void lockToRemove(Actor by, PatientId id, Version seen);

    /**
     * The actor's patients with that first name, last name and birth date, upper case and accents aside, by id. Whoever
     * else asks for the same waits until the transaction ends, so that of two who register somebody at the same moment
     * the later one is told.
     */
    List<PatientId> namesakes(Actor by, PatientDetails details);

    /**
     * Adds a patient of the actor's, with allergies and chronic conditions.
     *
     * @throws IllegalArgumentException when the patient is not the actor's
     */
    Version add(Actor by, Patient patient);

    /**
     * Puts a changed patient in the place of the stored one; whose patient it is stays. Allergies and chronic conditions
     * keep their ids; the patient's version moves on even when only one of them changed, once.
     *
     * @throws PatientRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden};
     *     {@code not-found}
     */
    Version replace(Actor by, Patient patient, Version seen);

    /**
     * Makes a patient another provider's. Whoever has no appointment with the patient sees the patient no longer.
     *
     * @throws PatientRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden};
     *     {@code not-found}
     * @throws InvalidInput {@code unknown} when there is no such provider, or the account is closed
     */
    Version transfer(Actor by, PatientId id, ProviderId receiver, Version seen);

    /**
     * Removes a patient with allergies, chronic conditions, appointments and everything below them.
     *
     * @throws PatientRefusal {@code forbidden}; {@code not-found}
     */
    void remove(Actor by, PatientId id);

    /**
     * {@link #find} of a patient who must be there.
     *
     * @throws PatientRefusal {@code not-found}
     */
    default Versioned<Patient> get(Actor by, PatientId id) {
        return find(by, id).orElseThrow(() -> PatientRefusal.unknown(id));
    }
}
