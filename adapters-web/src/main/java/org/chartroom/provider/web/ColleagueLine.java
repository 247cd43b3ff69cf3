package org.chartroom.provider.web;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/** A colleague as a client reads one in a list. */
@Phi
record ColleagueLine(
        ProviderId id,
        String firstName,
        String lastName,
        @Nullable String specialty) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
