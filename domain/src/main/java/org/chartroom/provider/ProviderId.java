package org.chartroom.provider;

import java.util.UUID;

/** Identity of one healthcare provider. */
public record ProviderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
