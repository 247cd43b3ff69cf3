package org.chartroom.patient.application;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.ProviderId;

/** A patient as a line of a list: everything of the patient's own, without allergies and chronic conditions. */
@Phi
public record PatientSummary(
        PatientId id, ProviderId providerId, PatientDetails details, Instant createdAt, Instant updatedAt) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
