package org.chartroom.record.application;

import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;

/** How a patient leaves the clinic's books. */
public interface Erasure {

    /**
     * Deletes a patient of the actor's with everything that is known of the patient, all or nothing.
     *
     * @param confirmSigned that signed records shall go too
     * @return how much that was, exactly: nothing is added or taken away while it is counted
     * @throws org.chartroom.kernel.Refusal {@code not-found} when the actor sees no such patient; {@code forbidden} when
     *     it is a colleague's; {@code stale-version} when {@code seen} is not the stored version;
     *     {@code record-signed} when a record of the patient is signed and that was not confirmed
     */
    DeletionReceipt delete(Actor by, PatientId patient, Version seen, boolean confirmSigned);
}
