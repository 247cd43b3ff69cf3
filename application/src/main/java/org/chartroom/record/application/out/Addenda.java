package org.chartroom.record.application.out;

import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.AddendumView;
import org.chartroom.record.domain.Addendum;

/** What was added to signed records; nothing is ever changed, and nothing goes before its record does. */
public interface Addenda {

    /** By number; empty when the actor sees no such record. */
    List<AddendumView> findAll(Actor by, MedicalRecordId record);

    /** Adds one of the actor's own to a record that is {@link MedicalRecords#lock held}. */
    void add(Actor by, Addendum addendum);
}
