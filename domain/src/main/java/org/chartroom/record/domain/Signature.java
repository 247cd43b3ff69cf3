package org.chartroom.record.domain;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;

/**
 * That a provider stands by what a record holds. From the first one on the record is not changed any more.
 *
 * @param signer   the provider's name when it was signed
 * @param sha256   of the record's canonical form, see {@link MedicalRecord#sha256()}: 64 hexadecimal digits
 * @param signedAt to the microsecond
 */
@Phi
public record Signature(
        MedicalRecordId record, ProviderId provider, String signer, Meaning meaning, String sha256, Instant signedAt) {

    /** Whether the record holds what was signed. */
    public boolean fits(MedicalRecord stored) {
        return stored.sha256().equals(sha256);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
