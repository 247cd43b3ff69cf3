package org.chartroom.provider.application;

import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/** A provider as colleagues see one: neither how to reach nor how to vouch for one. */
@Phi
public record ColleagueView(
        ProviderId id, PersonName name, @Nullable String specialty) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
