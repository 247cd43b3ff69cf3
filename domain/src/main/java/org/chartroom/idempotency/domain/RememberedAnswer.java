package org.chartroom.idempotency.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;

/**
 * An answer that was given before.
 *
 * @param request what was answered
 * @param patient whom it is about
 * @param visible whether the patient is still the actor's to see
 */
@Phi
public record RememberedAnswer(Fingerprint request, Answer answer, PatientId patient, boolean visible) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
