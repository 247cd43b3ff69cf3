package org.chartroom.patient.application;

import java.time.Instant;
import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.ProviderId;

/**
 * A patient, to be shown.
 *
 * @param allergies         in the order in which they were recorded
 * @param chronicConditions in the order in which they were recorded
 * @param updatedAt         of the whole aggregate: a change of an allergy moves it too
 */
@Phi
public record PatientView(
        PatientId id,
        ProviderId providerId,
        PatientDetails details,
        List<AllergyView> allergies,
        List<ChronicConditionView> chronicConditions,
        Instant createdAt,
        Instant updatedAt) {

    public Version version() {
        return new Version(updatedAt);
    }

    /** An allergy, to be shown. */
    @Phi
    public record AllergyView(AllergyId id, AllergyDetails details, Instant createdAt, Instant updatedAt) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A chronic condition, to be shown. */
    @Phi
    public record ChronicConditionView(
            ChronicConditionId id, ChronicConditionDetails details, Instant createdAt, Instant updatedAt) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
