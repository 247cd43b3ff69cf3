package org.chartroom.provider.application;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.ProviderDetails;

/** A provider, to be shown; never with the password's hash. */
@Phi
public record ProviderView(ProviderId id, ProviderDetails details, Instant createdAt, Instant updatedAt) {

    public Version version() {
        return new Version(updatedAt);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
