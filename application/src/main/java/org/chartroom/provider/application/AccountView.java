package org.chartroom.provider.application;

import java.time.Instant;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * An account as the operator sees it.
 *
 * @param disabledAt null while somebody may sign in to it
 */
@Phi
public record AccountView(
        ProviderId id,
        EmailAddress email,
        PersonName name,
        @Nullable Instant disabledAt) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
