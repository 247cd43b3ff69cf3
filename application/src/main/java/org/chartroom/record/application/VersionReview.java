package org.chartroom.record.application;

import java.time.Instant;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.Page;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.domain.RecordDiff;
import org.jspecify.annotations.Nullable;

/**
 * What was known, and when: every state that a patient, an appointment, vital signs or a record ever had, to whoever is on
 * the care team now. What was deleted can be read still, until its patient is. Vital signs go by the id of their
 * appointment, which may have had several.
 */
public interface VersionReview {

    /**
     * The versions, newest first.
     *
     * @param limit  most items of the page, 1 to 100
     * @param before the number behind which the page begins; null for the first page
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found} when the actor sees none
     */
    Page<VersionView, Integer> versions(Actor by, Reference of, int limit, @Nullable Integer before);

    /**
     * One version.
     *
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found}
     */
    Snapshot version(Actor by, Reference of, int number);

    /**
     * What changed in a record between two versions.
     *
     * @param from the former; 0 stands for nothing at all
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found} when there is not the one or the other
     */
    RecordDiff diff(Actor by, MedicalRecordId id, int from, int to);

    /**
     * A whole chart as it was known at an instant: what had been stored by then, and nothing that was stored later.
     *
     * @param asOf        not in the future
     * @param transcripts whether records come with {@code aiTranscript}, else with {@code aiTranscriptLength} alone
     * @throws org.chartroom.record.domain.RecordRefusal {@code not-found} when the actor sees no such patient, or the
     *     patient was not known then
     * @throws org.chartroom.kernel.InvalidInput {@code out-of-range} at {@code asOf}
     */
    Chart chart(Actor by, PatientId patient, Instant asOf, boolean transcripts);
}
