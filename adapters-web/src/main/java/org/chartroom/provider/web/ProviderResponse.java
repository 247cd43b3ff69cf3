package org.chartroom.provider.web;

import java.time.Instant;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/** A provider as a client reads one. */
@Phi
record ProviderResponse(
        ProviderId id,
        String email,
        String firstName,
        String lastName,
        @Nullable String specialty,
        @Nullable String licenseNumber,
        @Nullable String phone,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
