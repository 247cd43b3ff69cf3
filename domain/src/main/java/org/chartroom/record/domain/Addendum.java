package org.chartroom.record.domain;

import java.time.Instant;
import java.util.Map;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;

/**
 * What was added to a signed record, in the order of {@code number}, from 1; a record has at most 1,000. It is never
 * changed.
 *
 * @param signer   the name of the provider who added it, as it was then
 * @param text     at most 20,000 characters, never blank
 * @param signedAt to the microsecond
 */
@Phi
public record Addendum(
        MedicalRecordId record, int number, ProviderId provider, String signer, String text, Instant signedAt) {

    /** Most addenda of one record. */
    public static final int MOST = 1_000;

    public Addendum {
        var wrong = new Violations();
        wrong.text("text", text, Violations.FREE_TEXT);
        wrong.refuse();
    }

    /**
     * SHA-256, as 64 hexadecimal digits, of the canonical form (RFC 8785) of an object with the members {@code number},
     * {@code providerId}, {@code recordId}, {@code signedAt} (ISO 8601), {@code signer} and {@code text}.
     */
    public String sha256() {
        return CanonicalJson.sha256(Map.of(
                "recordId",
                record.toString(),
                "number",
                number,
                "providerId",
                provider.toString(),
                "signer",
                signer,
                "text",
                text,
                "signedAt",
                signedAt.toString()));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
