package org.chartroom.record.web;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.SignatureView;
import org.chartroom.record.domain.Meaning;

/** A signature as a client reads it. */
@Phi
record SignatureResponse(
        MedicalRecordId recordId,
        ProviderId providerId,
        String signer,
        Meaning meaning,
        Instant signedAt,
        String sha256,
        boolean valid) {

    static SignatureResponse of(SignatureView view) {
        var signature = view.signature();
        return new SignatureResponse(
                signature.record(),
                signature.provider(),
                signature.signer(),
                signature.meaning(),
                signature.signedAt(),
                signature.sha256(),
                view.valid());
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
