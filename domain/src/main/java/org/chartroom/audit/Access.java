package org.chartroom.audit;

import java.time.Instant;
import java.util.UUID;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * One event of the trail about a patient, to be shown.
 *
 * @param event    its number in the trail, ascending
 * @param provider who it was
 * @param name     null when the provider is gone
 * @param objectId of what was seen or changed
 */
@Phi
public record Access(
        long event,
        Instant at,
        ProviderId provider,
        @Nullable PersonName name,
        Action action,
        Reference.Kind kind,
        @Nullable UUID objectId) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
