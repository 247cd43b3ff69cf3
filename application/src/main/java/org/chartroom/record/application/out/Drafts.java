package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.DraftView;
import org.chartroom.record.domain.RecordRefusal;

/** All unfinished notes; each actor has one of his own for an appointment, and reaches no other's. */
public interface Drafts {

    /** Nothing also when the actor no longer sees the appointment. */
    Optional<DraftView> find(Actor by, AppointmentId appointment);

    /**
     * Puts a draft in the place of the actor's former one.
     *
     * @throws RecordRefusal {@code not-found} when the actor sees no such appointment; {@code forbidden} when it is not
     *     the actor's to write up
     */
    Saved put(Actor by, AppointmentId appointment, String note);

    /**
     * Removes the actor's draft.
     *
     * @return whose visit it was of; nothing when there was no draft
     */
    Optional<PatientId> remove(Actor by, AppointmentId appointment);

    /**
     * What was saved.
     *
     * @param first whether there was no draft before
     */
    record Saved(PatientId patient, boolean first) {}
}
