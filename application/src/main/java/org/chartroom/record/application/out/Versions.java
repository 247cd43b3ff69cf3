package org.chartroom.record.application.out;

import java.time.Instant;
import java.util.Optional;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.Page;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.RecordVersion;
import org.chartroom.record.application.Snapshot;
import org.chartroom.record.application.VersionView;
import org.jspecify.annotations.Nullable;

/**
 * Every state that anything of a patient ever had. Nobody adds to it: whatever is written through another port is in it,
 * from the moment that its transaction has ended. Each actor sees what is of patients on whose care team he is now.
 * It is asked of a patient, an appointment or a record by its own id, of vital signs by their appointment's.
 */
public interface Versions {

    /** Newest first; empty when the actor sees none. */
    Page<VersionView, Integer> page(Actor by, Reference of, int limit, @Nullable Integer before);

    Optional<Snapshot> find(Actor by, Reference of, int number);

    /** A version of a record, with the record as it was. */
    Optional<RecordVersion> findRecord(Actor by, MedicalRecordId id, int number);

    /** A whole chart as it was known at an instant; empty when the patient was not. */
    Optional<Chart> findChart(Actor by, PatientId patient, Instant asOf, boolean transcripts);
}
