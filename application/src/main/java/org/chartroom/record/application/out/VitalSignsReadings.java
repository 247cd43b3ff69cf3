package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;

/**
 * All vital signs taken at the clinic. Each actor sees those of patients on whose care team he is, and writes those of his own
 * appointments and of his own patients.
 */
public interface VitalSignsReadings {

    Optional<Versioned<VitalSigns>> find(Actor by, VitalSignsId id);

    Optional<Versioned<VitalSigns>> findOf(Actor by, AppointmentId appointment);

    /**
     * Adds the vital signs of one appointment.
     *
     * @return them, to be shown
     * @throws RecordRefusal {@code not-found} when the actor sees no such appointment; {@code forbidden} when
     *     it is not the actor's to write up; {@code already-exists} when it has vital signs
     */
    TakenVitalSigns add(Actor by, VitalSigns vitalSigns);

    /**
     * Puts changed vital signs in the place of the stored ones; their appointment stays.
     *
     * @return them, to be shown
     * @throws RecordRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden};
     *     {@code not-found}
     */
    TakenVitalSigns replace(Actor by, VitalSigns vitalSigns, Version seen);

    /**
     * Removes vital signs.
     *
     * @throws RecordRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden};
     *     {@code not-found}
     */
    void remove(Actor by, VitalSignsId id, Version seen);
}
