package org.chartroom.record.web;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.AddendumView;

/** An addendum as a client reads it. */
@Phi
record AddendumResponse(
        MedicalRecordId recordId,
        int number,
        ProviderId providerId,
        String signer,
        String text,
        Instant signedAt,
        String sha256,
        boolean valid) {

    static AddendumResponse of(AddendumView view) {
        var addendum = view.addendum();
        return new AddendumResponse(
                addendum.record(),
                addendum.number(),
                addendum.provider(),
                addendum.signer(),
                addendum.text(),
                addendum.signedAt(),
                view.sha256(),
                view.valid());
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
