package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.RecordRefusal;

/**
 * All medical records of the clinic. Each actor sees those of patients on whose care team he is, and writes those of his own
 * appointments and of his own patients.
 */
public interface MedicalRecords {

    Optional<Versioned<MedicalRecord>> find(Actor by, MedicalRecordId id);

    /**
     * Adds a record with its symptoms and prescriptions.
     *
     * @throws RecordRefusal {@code not-found} when the actor sees no such appointment; {@code forbidden} when
     *     it is not the actor's to write up; {@code already-exists} when its appointment has a record
     */
    Version add(Actor by, MedicalRecord record);

    /**
     * Puts a changed record in the place of the stored one; its appointment stays. Symptoms and prescriptions keep
     * their ids; the record's version moves on even when only one of them changed, once.
     *
     * @throws RecordRefusal {@code stale-version} when {@code seen} is not the stored version; {@code forbidden};
     *     {@code not-found}
     */
    Version replace(Actor by, MedicalRecord record, Version seen);
}
