package org.chartroom.record.application;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.provider.Actor;

/**
 * The unfinished note that a provider keeps of a visit, saved as often as his client likes. It is no part of the patient's
 * record: nobody else sees it, no former state of it is kept, and the trail tells of its first and its last moment only.
 * When the provider saves the visit's record, the draft is gone; when somebody else does, it stays.
 */
public interface Drafting {

    /**
     * The actor's own draft.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when there is none
     */
    DraftView draft(Actor by, AppointmentId appointment);

    /**
     * Puts a draft in the place of the actor's former one; what is saved is on the disk when this returns.
     *
     * @param note as the client wrote it; nothing else reads it
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees no such appointment; {@code forbidden}
     *     when it is another's to write up
     */
    void save(Actor by, AppointmentId appointment, String note);

    /**
     * Throws the actor's own draft away.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when there is none
     */
    void discard(Actor by, AppointmentId appointment);
}
