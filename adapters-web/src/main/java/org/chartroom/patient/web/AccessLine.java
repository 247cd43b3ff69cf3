package org.chartroom.patient.web;

import java.time.Instant;
import java.util.UUID;
import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody saw or changed something of a patient, as a client reads it.
 *
 * @param firstName null, like the last name, when the provider is gone
 * @param objectId  of what was seen or changed
 */
@Phi
record AccessLine(
        Instant at,
        ProviderId providerId,
        @Nullable String firstName,
        @Nullable String lastName,
        Action action,
        Reference.Kind kind,
        @Nullable UUID objectId) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
