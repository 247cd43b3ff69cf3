package org.chartroom.record.application.out;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
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

    /** The visit that a record is of; empty when the actor sees no such record. */
    Optional<AppointmentId> appointmentOf(Actor by, MedicalRecordId id);

    /** The record that a visit has; empty when it has none that the actor sees. */
    Optional<MedicalRecordId> idOf(Actor by, AppointmentId appointment);

    /**
     * One to be changed, which nobody else can change before the transaction ends.
     *
     * @throws RecordRefusal {@code not-found}; {@code forbidden} when the actor only sees it
     */
    Versioned<MedicalRecord> lock(Actor by, MedicalRecordId id);

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
     * @throws RecordRefusal {@code stale-version} when {@code seen} is not the stored version; {@code record-signed};
     *     {@code forbidden}; {@code not-found}
     */
    Version replace(Actor by, MedicalRecord record, Version seen);
}
