package org.chartroom.record.application.out;

import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.Signature;

/** All signatures on records; none is ever changed, and none goes before its record does. */
public interface Signatures {

    /** In the order in which they were given; empty when the actor sees no such record. */
    List<Signature> findAll(Actor by, MedicalRecordId record);

    /**
     * Adds the actor's own, on a record that is {@link MedicalRecords#lock held} if it is the first. From the end of the
     * transaction on, {@link MedicalRecords#replace} refuses the record.
     *
     * @throws RecordRefusal {@code already-exists} when the actor has signed it before
     */
    void add(Actor by, Signature signature);
}
