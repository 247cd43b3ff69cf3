package org.chartroom.studio.application;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;
import org.jspecify.annotations.Nullable;

/**
 * A signature on a medical record, or an addendum to one that is signed.
 *
 * @param record the medical record
 * @param signer the provider's name when it was signed
 * @param text   of the addendum; null for a signature
 */
@Phi
public record SignedView(
        RowId record,
        Kind kind,
        String signer,
        Instant signedAt,
        @Nullable String text) {

    /** What somebody's name stands for. */
    public enum Kind {
        AUTHOR,
        REVIEWER,
        ADDENDUM
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
