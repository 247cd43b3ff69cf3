package org.chartroom.record.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.FactId;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician made of a proposal, for good.
 *
 * @param at      to the microsecond
 * @param content what was accepted in place of what was proposed; there if, and only if, it was edited
 * @param fact    what it became; null when it was rejected, and for the text of a section, which has no identity
 */
@Phi
public record Decision(
        Verdict verdict,
        ProviderId by,
        Instant at,
        @Nullable Proposed content,
        @Nullable FactId fact) {

    public Decision {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (verdict == Verdict.EDITED && content == null)
            throw InvalidInput.of("content", "required", "is required of what is edited");
        if (verdict != Verdict.EDITED && content != null)
            throw InvalidInput.of("content", "unknown", "must be left out of what is not edited");
    }

    /** How it was decided. */
    public enum Verdict {
        /** It became what was proposed. */
        ACCEPTED,
        /** It became something else of the same kind. */
        EDITED,
        /** It became nothing, and is kept. */
        REJECTED;

        /** The name on the wire and in the table. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
