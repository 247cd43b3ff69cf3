package org.chartroom.record.application;

import java.time.Instant;
import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * That something was made, changed or deleted, to be shown.
 *
 * @param patientId  whose it is
 * @param of         what it is, with its own id
 * @param number     1, 2, 3, … in the order in which the versions came about
 * @param recordedAt when it became so, to the microsecond; the same for all that was written with it
 * @param providerId who did it; null when nobody was signed in
 * @param name       null likewise, and when the provider is gone
 * @param origin     the request, if it was one; session and address are in the audit trail
 */
@Phi
public record VersionView(
        PatientId patientId,
        Reference of,
        int number,
        Instant recordedAt,
        Action action,
        @Nullable ProviderId providerId,
        @Nullable PersonName name,
        Origin origin) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
