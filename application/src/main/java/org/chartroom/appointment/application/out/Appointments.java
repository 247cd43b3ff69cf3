package org.chartroom.appointment.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;

/**
 * All appointments of the clinic. Each actor sees those of patients on whose care team he is, and changes those that he
 * holds himself and those of his own patients. Active ones of one provider do not overlap, unless the later one of two
 * was overbooked.
 */
public interface Appointments {

    Optional<Versioned<Appointment>> find(Actor by, AppointmentId id);

    /**
     * One to be changed, which nobody else can change before the transaction ends.
     *
     * @throws AppointmentRefusal {@code not-found}; {@code forbidden} when the actor only sees it
     */
    Versioned<Appointment> lock(Actor by, AppointmentId id);

    /**
     * Adds an appointment.
     *
     * @throws AppointmentRefusal {@code not-found} when the actor sees no such patient; {@code forbidden} when it is a
     *     colleague's; {@code double-booked}
     * @throws InvalidInput {@code unknown} when its provider does not exist
     */
    Version add(Actor by, Appointment appointment);

    /**
     * Puts a changed appointment in the place of the stored one; patient and provider stay.
     *
     * @throws AppointmentRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden};
     *     {@code not-found}; {@code double-booked} when it is moved, or active again, in a time that is taken
     */
    Version replace(Actor by, Appointment appointment, Version seen);

    /**
     * Gives a stored appointment another status; whatever else it holds, and whether it may overlap others, stays.
     *
     * @throws AppointmentRefusal as {@link #replace} does
     */
    Version changeStatus(Actor by, AppointmentId id, AppointmentStatus to, Version seen);

    /**
     * One to be removed. Until the transaction ends nobody else changes it or its patient or writes anything below it.
     *
     * @throws AppointmentRefusal {@code not-found}; {@code forbidden} when the patient is another provider's
     */
    Versioned<Appointment> lockToRemove(Actor by, AppointmentId id);

    /**
     * Removes an appointment with everything below it.
     *
     * @return whose it was
     * @throws AppointmentRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden} when
     *     the patient is another provider's; {@code not-found}
     */
    PatientId remove(Actor by, AppointmentId id, Version seen);
}
