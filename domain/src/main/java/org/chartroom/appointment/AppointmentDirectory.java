package org.chartroom.appointment;

import java.util.function.Function;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;

/** What other features may ask of an appointment. */
public interface AppointmentDirectory {

    /**
     * {@link #hold Holds} an appointment, has its visit written up, and completes it.
     *
     * @param writing writes up the visit of that patient; what it refuses is told before whether the appointment is active
     * @return what {@code writing} returns
     * @throws org.chartroom.kernel.Refusal as {@link #hold} does; {@code illegal-transition} when the appointment is no
     *     longer active
     */
    <T> T complete(Actor by, AppointmentId id, Function<PatientId, T> writing);

    /**
     * Holds an appointment that something is written of: inside the caller's transaction nobody else changes it, or
     * writes of it, before that ends. Whoever writes what hangs on an appointment holds it first, in one order, so that
     * no two wait for each other.
     *
     * @return whose it is
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees none; {@code forbidden} when it is
     *     not the actor's to write of
     */
    PatientId hold(Actor by, AppointmentId id);

    /**
     * {@link #hold}, of a visit that is under way or over: nobody calls it off before the caller's transaction ends.
     *
     * @throws org.chartroom.kernel.Refusal as {@link #hold} does; {@code illegal-transition} when it has not begun, was
     *     called off, or the patient did not come
     */
    PatientId requireBegun(Actor by, AppointmentId id);

    /**
     * Takes hold of an appointment that is to be removed, inside the caller's transaction. Until that ends nobody changes
     * it or writes anything below it, and what was being written at the same moment is there now; so whoever holds it
     * looks, and then either refuses or has it {@link #remove removed}.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees none; {@code forbidden} when the patient is
     *     another provider's; {@code stale-version} when {@code seen} is not the stored version
     */
    void holdToRemove(Actor by, AppointmentId id, Version seen);

    /**
     * Removes an appointment, and whatever is below it. Whoever had no other with the patient, and whose patient it is
     * not, no longer sees the patient.
     *
     * @return whose it was
     * @throws org.chartroom.kernel.Refusal as {@link #holdToRemove} does
     */
    PatientId remove(Actor by, AppointmentId id, Version seen);

    /**
     * Looks whether an appointment could be as described, apart from what else there is at that time; nothing is booked.
     *
     * @param written whether there is a record of it, so that it has to be under way or over
     * @return the same as it would be kept: with a provider, its instant cut to whole microseconds
     * @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable
     */
    AppointmentEntry checked(Actor by, AppointmentEntry entry, boolean written);
}
